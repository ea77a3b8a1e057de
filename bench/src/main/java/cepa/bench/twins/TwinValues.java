package cepa.bench.twins;

import cepa.bench.flat.TwinLeaves;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The values of a twin in the form in which figures of a page are read, both ways round: by field,
/// and the fields that hold a value.
final class TwinValues {

  /// Stands for the row in the path of a field: `rows[#].relays`.
  static final String ROW = "[#]";

  /// Stands for the group of rows.
  static final String GROUP = "[##]";

  private static final String BELOW = "Below";
  private static final int TEXT_AT_MOST = 200;
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  private final SortedMap<String, String> byPath = new TreeMap<>();
  private final Map<String, List<String>> all = new HashMap<>();
  private final Map<String, List<String>> near = new HashMap<>();
  private final Map<String, List<String>> rows = new HashMap<>();

  TwinValues(byte[] json) {
    SortedMap<String, JsonNode> leaves = TwinLeaves.byPosition(json);
    leaves.forEach((path, value) -> {
      JsonNode below = leaves.get(path + BELOW);
      if (below != null && below.isNumber()) {
        put(path, "<" + Token.plain(below.decimalValue()));
      } else if (value.isNumber()) {
        put(path, Token.plain(value.decimalValue()));
      } else if (value.isString()) {
        text(path, value.asString());
      } else if (value.isNull()) {
        put(path, Token.UNKNOWN);
      }
    });
  }

  private void text(String path, String text) {
    put(path, text);
    if (text.length() <= TEXT_AT_MOST) {
      List<Token> tokens = Token.in(text, "");
      for (int i = 0; i < tokens.size(); i++) {
        put(path + " #" + (i + 1), tokens.get(i).values().getFirst());
      }
    }
  }

  private void put(String path, String value) {
    byPath.put(path, value);
    add(all, value, path);
    boolean isNear = true;
    Matcher index = INDEX.matcher(path);
    int before = -1;
    String outer = "";
    while (index.find()) {
      String number = index.group(1);
      isNear &= number.length() == 1;
      String rest = path.substring(index.end());
      add(rows, value + "@" + number, path.substring(0, index.start()) + ROW + rest);
      if (before >= 0) {
        String head = path.substring(0, before) + GROUP;
        String between = path.substring(before + outer.length() + 2, index.start());
        add(rows, value + "@" + outer + "/" + number, head + between + ROW + rest);
      }
      before = index.start();
      outer = number;
    }
    if (isNear) {
      add(near, value, path);
    }
  }

  private static void add(Map<String, List<String>> lists, String key, String path) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(path);
  }

  /// What a field holds; null if it is not there.
  @Nullable String get(String field, Row row) {
    return byPath.get(
        field.replace(GROUP, "[" + row.group() + "]").replace(ROW, "[" + row.row() + "]"));
  }

  /// Fields that hold what is printed. For a figure in a row: those of the same row, and those that
  /// are not in a list or near the head of one.
  Set<String> fields(Token token, Row row) {
    Set<String> fields = new HashSet<>();
    for (String value : token.values()) {
      if (row.row() < 0) {
        fields.addAll(all.getOrDefault(value, List.of()));
      } else {
        String at = row.group() < 0 ? "@" : "@" + row.group() + "/";
        fields.addAll(near.getOrDefault(value, List.of()));
        fields.addAll(rows.getOrDefault(value + at + row.row(), List.of()));
      }
    }
    return fields;
  }
}
