package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.leaderboard.Category;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.section.GroupFigures.Who;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Leaderboards by the reference's rules (analytics 5, 6): operators are told apart by the first
/// characters of their contact, and have places with nothing.
final class ReferenceBoards {

  private static final int PLACES = 50;
  private static final int LETTERS = 30;

  private final Map<String, ReferenceOperator> byKey = new LinkedHashMap<>();
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final Map<Category, List<String>> boards = new EnumMap<>(Category.class);

  private ReferenceBoards(FactsInput input) {
    ReferenceContacts contacts = ReferenceContacts.of(input);
    contacts
        .operators()
        .forEach((hash, members) -> {
          Relay first = members.getFirst();
          Who who = contacts.of(first);
          String text = who.text().strip();
          if (text.length() >= 3) {
            String key =
                who.domain() != null
                    ? who.domain()
                    : text.length() > LETTERS ? text.substring(0, LETTERS) + "..." : text;
            // The later one of two with the same key takes the place of the earlier one.
            byKey.put(key, new ReferenceOperator(input, members));
            hashes.put(key, hash);
          }
        });
    for (Category category : Category.values()) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      byKey.forEach((key, operator) -> metrics.put(key, operator.metric(category)));
      List<String> order = new ArrayList<>(byKey.keySet());
      order.removeIf(key -> metrics.getOrDefault(key, -1.0) < 0);
      order.sort(Comparator.comparingDouble(key -> -metrics.getOrDefault(key, 0.0)));
      boards.put(
          category, order.stream().limit(PLACES).map(key -> hashes.getOrDefault(key, "")).toList());
    }
  }

  static ReferenceBoards of(FactsInput input) {
    return input.derive(ReferenceBoards.class, ReferenceBoards::new);
  }

  /// Hashes of operators in their order.
  List<String> board(Category category) {
    return boards.getOrDefault(category, List.of());
  }

  int operators() {
    return byKey.size();
  }

  double sum(java.util.function.ToDoubleFunction<ReferenceOperator> value) {
    return byKey.values().stream().mapToDouble(value).sum();
  }
}
