package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.section.GroupFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How rare networks are by the reference's figures (analytics 8): offline relays weigh, relays
/// without a contact are an operator.
final class ReferenceRarity {

  private static final List<String> TIERS =
      List.of("common", "emerging", "rare", "epic", "legendary", "legendary");

  private final Map<String, Network> networks = new HashMap<>();

  /// @param score 0..5
  /// @param operators distinct contacts
  /// @param fraction share of the consensus weight
  record Network(int score, int operators, double fraction) {
    String tier() {
      return TIERS.get(score);
    }
  }

  private ReferenceRarity(FactsInput input) {
    Map<String, GroupFigures> figures = new HashMap<>();
    for (RelayGroup group : input.groups("network").values()) {
      figures.put(group.key(), ReferenceFigures.of(input).group(input.members(group)));
    }
    double[] fractions =
        figures.values().stream()
            .mapToDouble(f -> f.all().fraction())
            .filter(f -> f > 0)
            .map(f -> -f)
            .sorted()
            .map(f -> -f)
            .toArray();
    double dominant = threshold(fractions, 0.005, 0.05);
    double major = threshold(fractions, 0.02, 0.005);
    double moderate = threshold(fractions, 0.15, 0.0005);
    figures.forEach((key, own) -> {
      double c = own.all().fraction();
      int base = c >= dominant ? 0 : c >= major ? 1 : c >= moderate ? 2 : c > 0 ? 3 : 0;
      int contacts = own.contacts().size();
      int bonus = contacts <= 0 ? 0 : contacts == 1 ? 2 : contacts <= 10 ? 1 : 0;
      networks.put(key, new Network(base + bonus, contacts, c));
    });
  }

  static ReferenceRarity of(FactsInput input) {
    return input.derive(ReferenceRarity.class, ReferenceRarity::new);
  }

  private static double threshold(double[] descending, double share, double otherwise) {
    int n = descending.length;
    return n == 0 ? otherwise : descending[Math.min((int) (share * n), n - 1)];
  }

  Network network(String key) {
    return networks.getOrDefault(key, new Network(0, 0, 0));
  }

  /// `Great, 2 networks (1 rare)`.
  String portfolio(List<Relay> members) {
    List<Network> own =
        members.stream()
            .filter(relay -> relay.network() != null)
            .map(relay -> relay.network().number())
            .distinct()
            .map(this::network)
            .toList();
    long rare = own.stream().filter(network -> network.score() >= 2).count();
    String rating = rare > 0 ? "Great" : own.size() >= 2 ? "Okay" : "Poor";
    return own.size() == 1
        ? rating + ", 1 network (" + own.getFirst().tier() + ")"
        : rating + ", " + own.size() + " networks (" + rare + " rare)";
  }

  int sum(List<Relay> members) {
    return members.stream()
        .filter(relay -> relay.network() != null)
        .map(relay -> relay.network().number())
        .distinct()
        .mapToInt(key -> network(key).score())
        .sum();
  }
}
