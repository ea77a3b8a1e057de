package cepa.bench.twins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/// Reads the figures of a page: those in tables and in lists of terms, which is where all but a few
/// are. What strangers wrote and what explains in sentences is left out.
final class PageReader {

  private static final String STRANGERS = "bdi, code, pre, svg, nav, aside, [aria-hidden=true]";

  private static final Pattern SENTENCE = Pattern.compile("\\p{Ll}\\.(\\s|$)");
  private static final Elements NONE = new Elements();

  private final List<PageFigure> figures = new ArrayList<>();
  private final Map<String, Integer> terms = new HashMap<>();
  private String heading = "";

  private PageReader() {}

  static List<PageFigure> read(String html) {
    Document page = Jsoup.parse(html);
    Element main = page.selectFirst("main");
    if (main == null) {
      return List.of();
    }
    main.select(STRANGERS).remove();
    var reader = new PageReader();
    for (Element element : main.select("h1, h2, h3, figcaption, dl:not(.terms), table")) {
      switch (element.normalName()) {
        case "table" -> reader.table(element);
        case "dl" -> reader.terms(element);
        case "h1" -> reader.heading = "";
        default -> reader.heading = withoutFigures(title(element));
      }
    }
    return reader.figures;
  }

  private static String title(Element heading) {
    Element bold = heading.selectFirst("b");
    return bold == null ? heading.text() : bold.text();
  }

  private void terms(Element list) {
    for (Element value : list.select("dd")) {
      Element term = value.previousElementSibling();
      if (!list.equals(value.closest("dl")) || term == null) {
        continue;
      }
      String slot = again(heading + " > " + withoutFigures(term.text()));
      Elements items = value.select("li");
      if (items.isEmpty()) {
        add(slot, "", Row.NONE, value, term.text());
      }
      for (int i = 0; i < items.size(); i++) {
        Element item = items.get(i);
        // What follows the list, such as how many more there are, says so in its words.
        boolean more = item.hasClass("soft");
        String name = more ? withoutFigures(item.text()) : "item";
        add(slot + " > " + name, "", more ? Row.NONE : Row.of(i), item, term.text());
      }
    }
  }

  /// A term may stand in a list more than once.
  private String again(String slot) {
    int times = terms.merge(slot, 1, Integer::sum);
    return times == 1 ? slot : slot + " (" + times + ")";
  }

  private void table(Element table) {
    Element caption = table.selectFirst("caption");
    String name = heading + " > " + withoutFigures(caption == null ? "" : caption.text()) + " > ";
    List<String> columns = TableHead.columns(table);
    Elements bodies = table.select("tbody");
    for (int group = 0; group < bodies.size(); group++) {
      Elements rows = bodies.get(group).select("tr");
      List<Map<Integer, Element>> grid = TableHead.grid(rows);
      for (int row = 0; row < rows.size(); row++) {
        var place = new Row(bodies.size() > 1 ? group : -1, row);
        row(name, columns, grid.get(row), place);
      }
    }
  }

  private void row(String name, List<String> columns, Map<Integer, Element> cells, Row row) {
    String label = name + label(cells.values()) + " > ";
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    cells.forEach((column, cell) -> {
      if (!seen.add(cell)) {
        return;
      }
      String head = column < columns.size() ? columns.get(column) : "";
      boolean spans = cell.hasAttr("rowspan");
      boolean first = row.row() == 0;
      // A cell beside all rows of a group belongs to the group.
      Row place = spans && row.group() >= 0 ? Row.of(row.group()) : row;
      if ((first || !spans) && !cell.hasClass("t") && !cell.hasClass("wide")) {
        add(name + head, label + head, place, cell, head);
      }
    });
  }

  /// What the template calls a row: its header and its first cell of words.
  private static String label(Collection<Element> cells) {
    var label = new StringBuilder();
    boolean words = false;
    for (Element cell : cells) {
      if (cell.normalName().equals("th")) {
        label.append(withoutFigures(cell.text())).append(' ');
      } else if (!words && !cell.hasAttr("rowspan") && Token.in(cell.text(), "").isEmpty()) {
        label.append(cell.text());
        words = true;
      }
    }
    return label.toString();
  }

  private void add(String slot, String labelled, Row row, Element cell, String label) {
    for (Element note : cell.normalName().equals("small") ? NONE : cell.select("small")) {
      note.remove();
      String in = " (" + withoutFigures(text(note)).strip() + ")";
      add(slot + in, labelled.isEmpty() ? "" : labelled + in, row, note, label);
    }
    boolean unknown = cell.selectFirst(".unknown") != null;
    String text = text(cell);
    if (!unknown && SENTENCE.matcher(text).find()) {
      return;
    }
    List<Token> tokens = unknown ? List.of(Token.unknown()) : Token.in(text, label);
    for (int i = 0; i < tokens.size(); i++) {
      String place = i == 0 ? "" : " #" + (i + 1);
      String with = labelled.isEmpty() ? "" : labelled + place;
      figures.add(new PageFigure(slot + place, with, row, tokens.get(i)));
    }
  }

  /// The text with a space between elements, however they are shown.
  private static String text(Element cell) {
    var out = new StringBuilder();
    for (Node node : cell.nodeStream().toList()) {
      if (node instanceof TextNode text) {
        out.append(text.getWholeText()).append(' ');
      }
    }
    return out.toString();
  }

  private static String withoutFigures(String text) {
    return text.replaceAll("[\\d,.]*\\d", "#");
  }
}
