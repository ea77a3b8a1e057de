package cepa.renderer.view.twin;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Moment;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.Step;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A table of a page: a list of records that the view holds itself, the `rows` of a table within,
/// the `points` of a chart. Links and findings are no table; an empty table is no file.
///
/// Charts of whole weeks share one table, so do those of whole months: a relay's three would be
/// three small files, and whoever compares them has to join them again.
///
/// @param name in kebab-case, from the names of the components that lead there
public record CsvTable(String name, List<?> rows) {

  private static final List<String> WITHIN = List.of("rows", "points");
  private static final Set<String> SENTENCES = Set.of("findings", "issues");

  // What a type is made of never changes: no state, but what reflection is asked for once.
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type, new ConcurrentHashMap<>());
        }
      };

  /// The tables of a view that have rows, in the order of its components.
  public static List<CsvTable> of(PageView view) {
    List<CsvTable> tables = new ArrayList<>();
    if (view instanceof Record record) {
      Map<String, List<Chart>> steps = new LinkedHashMap<>();
      collect(record, "", SHAPES.get(view.getClass()), tables, steps);
      steps.forEach((name, charts) -> tables.add(new CsvTable(name, joined(name, charts))));
    }
    return tables;
  }

  /// Name of its file.
  public String file() {
    return name + ".csv";
  }

  /// One row a moment, oldest first, with a column for each chart: `read Mbit/s`.
  private static List<Map<String, @Nullable Object>> joined(String name, List<Chart> charts) {
    Map<Instant, Map<String, @Nullable Object>> rows = new TreeMap<>();
    for (Chart chart : charts) {
      for (Chart.Point point : chart.points()) {
        rows.computeIfAbsent(point.at().at(), at -> row(point.at(), name, charts))
            .put(column(chart, name), point.value());
      }
    }
    return List.copyOf(rows.values());
  }

  private static Map<String, @Nullable Object> row(Moment at, String name, List<Chart> charts) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", at);
    charts.forEach(chart -> row.put(column(chart, name), null));
    return row;
  }

  private static String column(Chart chart, String name) {
    String subject = chart.id().replace("-" + name, "");
    return chart.unit().isEmpty() ? subject : subject + " " + chart.unit();
  }

  /// Rows whose cells have names, which the points of a chart lack in a twin.
  private static List<?> named(List<?> rows) {
    return rows.getFirst() instanceof Chart.Point
        ? rows.stream().map(row -> named((Chart.Point) row)).toList()
        : rows;
  }

  private static Map<String, @Nullable Object> named(Chart.Point point) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", point.at());
    row.put("value", point.value());
    return row;
  }

  private static @Nullable String step(Chart chart) {
    for (Step step : Step.values()) {
      if (step.days() == chart.days()) {
        return step.name().toLowerCase(Locale.ROOT) + "s";
      }
    }
    return null;
  }

  private static void collect(
      Record record,
      String name,
      Shape shape,
      List<CsvTable> tables,
      Map<String, List<Chart>> steps) {
    for (RecordComponent component : shape.lists()) {
      Object rows = value(component, record);
      boolean within = WITHIN.contains(component.getName());
      if (rows instanceof List<?> list && !list.isEmpty() && (name.isEmpty() || within)) {
        String own = kebab(component.getName());
        tables.add(new CsvTable(name.isEmpty() ? own : name, named(list)));
      }
    }
    for (RecordComponent component : shape.records()) {
      Object value = value(component, record);
      String step = value instanceof Chart chart ? step(chart) : null;
      if (step != null && value instanceof Chart chart) {
        steps.computeIfAbsent(step, s -> new ArrayList<>()).add(chart);
      } else if (value instanceof Record inner) {
        String own = kebab(component.getName());
        String inside = name.isEmpty() ? own : name + "-" + own;
        collect(inner, inside, SHAPES.get(inner.getClass()), tables, steps);
      }
    }
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A view cannot be read: " + component, e);
    }
  }

  private static String kebab(String name) {
    var kebab = new StringBuilder(name.length() + 2);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1))) {
        kebab.append('-');
      }
      kebab.append(Character.toLowerCase(c));
    }
    return kebab.toString();
  }

  /// The components of a record that are, or may hold, tables.
  private record Shape(List<RecordComponent> lists, List<RecordComponent> records) {

    static Shape of(Class<?> type, Map<Class<?>, Boolean> asked) {
      List<RecordComponent> lists = new ArrayList<>();
      List<RecordComponent> records = new ArrayList<>();
      RecordComponent[] components = type.getRecordComponents();
      for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
        component.getAccessor().setAccessible(true);
        if (isRows(component)) {
          lists.add(component);
        } else if (component.getType().isRecord() && holds(component.getType(), asked)) {
          records.add(component);
        }
      }
      return new Shape(lists, records);
    }

    private static boolean isRows(RecordComponent component) {
      return component.getType() == List.class
          && !SENTENCES.contains(component.getName())
          && component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> row
          && row != Link.class
          && row.isRecord();
    }

    private static boolean holds(Class<?> type, Map<Class<?>, Boolean> asked) {
      if (type == PageHead.class || asked.putIfAbsent(type, true) != null) {
        return false;
      }
      Shape shape = of(type, asked);
      asked.remove(type);
      return !shape.records().isEmpty()
          || shape.lists().stream().anyMatch(list -> WITHIN.contains(list.getName()));
    }
  }
}
