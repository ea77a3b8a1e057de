package cepa.renderer.view.twin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables as CSV (RFC 4180): the properties of the twin's rows become columns, those of objects
/// within under `outer.inner`; what is unknown is empty. The columns of records are those of their
/// kind ([Columns]), whatever the rows hold. Text that a spreadsheet would take for a formula
/// begins with an apostrophe (escaping.md X15); numbers stay numbers.
public final class CsvWriter {

  private static final String FORMULA = "=+-@\t\r";
  private static final String QUOTED = "\",\r\n";
  private static final String SPACE = " \t\f\u000b";
  private static final String LIST = "; ";

  private CsvWriter() {}

  /// @param mapper the one that writes twins
  public static byte[] write(JsonMapper mapper, CsvTable table) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>(Columns.of(table.rows().getFirst()));
    boolean areKnown = !columns.isEmpty();
    for (Object row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      flatten("", mapper.valueToTree(row), cells);
      if (!areKnown) {
        columns.addAll(cells.keySet());
      }
      rows.add(cells);
    }
    var csv = new StringBuilder();
    line(csv, columns.stream().toList());
    for (Map<String, String> row : rows) {
      line(csv, columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void flatten(String name, JsonNode value, Map<String, String> cells) {
    if (!value.isObject()) {
      cells.put(name, text(value));
      return;
    }
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      String inner = name.isEmpty() ? property.getKey() : name + "." + property.getKey();
      flatten(inner, property.getValue(), cells);
    }
  }

  /// An object within a list is what its first property says.
  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(element ->
          all.add(text(element.isObject() && !element.isEmpty() ? first(element) : element)));
      return all.stream().collect(Collectors.joining(LIST));
    }
    if (value.isString()) {
      return harmless(value.asString());
    }
    return value.isNull() ? "" : value.asString("");
  }

  private static JsonNode first(JsonNode object) {
    return object.properties().iterator().next().getValue();
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      csv.append(i == 0 ? "" : ",");
      csv.append(needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    csv.append("\r\n");
  }

  /// Without regular expressions: a site has millions of cells.
  private static boolean needsQuotes(String cell) {
    int last = cell.length() - 1;
    if (last < 0) {
      return false;
    }
    if (SPACE.indexOf(cell.charAt(0)) >= 0 || SPACE.indexOf(cell.charAt(last)) >= 0) {
      return true;
    }
    for (int i = 0; i <= last; i++) {
      if (QUOTED.indexOf(cell.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
