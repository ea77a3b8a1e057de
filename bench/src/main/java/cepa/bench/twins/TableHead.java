package cepa.bench.twins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Which cell of a table stands in which column, and what stands over it.
final class TableHead {

  private TableHead() {}

  /// One text a column, that of all header cells over it.
  static List<String> columns(Element table) {
    List<List<String>> labels = new ArrayList<>();
    Elements rows = table.select("thead > tr");
    List<Map<Integer, Element>> grid = grid(rows);
    for (int row = 0; row < rows.size(); row++) {
      for (Map.Entry<Integer, Element> cell : grid.get(row).entrySet()) {
        while (labels.size() <= cell.getKey()) {
          labels.add(new ArrayList<>());
        }
        if (rows.get(row).equals(cell.getValue().parent())) {
          labels.get(cell.getKey()).add(cell.getValue().text());
        }
      }
    }
    return labels.stream().map(texts -> String.join(", ", texts)).toList();
  }

  /// The cells of rows by column; one that spans several is in each of them.
  static List<Map<Integer, Element>> grid(Elements rows) {
    List<Map<Integer, Element>> grid = new ArrayList<>();
    rows.forEach(_ -> grid.add(new TreeMap<>()));
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (Element cell : rows.get(row).children()) {
        while (grid.get(row).containsKey(column)) {
          column++;
        }
        int tall = Math.min(span(cell, "rowspan"), rows.size() - row);
        int wide = span(cell, "colspan");
        for (int i = 0; i < tall; i++) {
          for (int j = 0; j < wide; j++) {
            grid.get(row + i).put(column + j, cell);
          }
        }
        column += wide;
      }
    }
    return grid;
  }

  private static int span(Element cell, String attribute) {
    String span = cell.attr(attribute);
    return span.isEmpty() ? 1 : Integer.parseInt(span);
  }
}
