package cepa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// An entry as a shard has it: `[kind, label, key, detail]`, and where it has more texts than its
/// label, `{"i": identifiers, "n": names, "w": words}`, all folded; of identifiers and words those
/// only that the shard's key finds. `kind` counts from 0 in the index's list.
///
/// @param names folded
record SearchRow(
    int kind,
    String label,
    String key,
    String detail,
    List<String> identifiers,
    List<String> names,
    List<String> words) {

  private static final int PREFIX = 6;

  /// How well a row answers a query, best first.
  enum Match {
    IDENTIFIER,
    NAME,
    BEGINNING,
    PART,
    NONE
  }

  static SearchRow of(SearchEntry entry, int kind) {
    return new SearchRow(
        kind,
        entry.label(),
        entry.key(),
        entry.detail(),
        folded(entry.identifiers()),
        folded(entry.names()),
        folded(entry.words()));
  }

  private static List<String> folded(List<String> texts) {
    return texts.stream().map(SearchText::fold).filter(t -> !t.isEmpty()).distinct().toList();
  }

  /// As a shard has it.
  ///
  /// @param someIdentifiers those that the shard's key finds; likewise the words
  List<Object> values(List<String> someIdentifiers, List<String> someWords) {
    List<Object> values = new ArrayList<>(List.of(kind, label, key, detail));
    Map<String, List<String>> more = new TreeMap<>();
    if (!someIdentifiers.isEmpty()) {
      more.put("i", someIdentifiers);
    }
    if (!names.equals(List.of(SearchText.fold(label)))) {
      more.put("n", names);
    }
    if (!someWords.isEmpty()) {
      more.put("w", someWords);
    }
    if (!more.isEmpty()) {
      values.add(more);
    }
    return values;
  }

  static SearchRow read(JsonNode row) {
    String label = row.path(1).asString();
    JsonNode more = row.path(4);
    return new SearchRow(
        row.path(0).asInt(),
        label,
        row.path(2).asString(),
        row.path(3).asString(),
        texts(more.path("i")),
        more.has("n") ? texts(more.path("n")) : List.of(SearchText.fold(label)),
        texts(more.path("w")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>(array.size());
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  Match match(String query, SearchKind kind) {
    String own = key.toLowerCase(Locale.ROOT);
    if (identifiers.contains(query) || (kind.identified() && own.equals(query))) {
      return Match.IDENTIFIER;
    }
    if (names.contains(query) || own.equals(query)) {
      return Match.NAME;
    }
    boolean ofKey = kind.identified() && query.length() >= PREFIX && own.startsWith(query);
    if (ofKey || names.stream().anyMatch(name -> name.startsWith(query))) {
      return Match.BEGINNING;
    }
    boolean part =
        names.stream().anyMatch(name -> name.contains(query))
            || words.stream().anyMatch(word -> word.contains(query));
    return part ? Match.PART : Match.NONE;
  }
}
