package cepa.renderer.view.twin;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A table of a page: a list of records that the view holds itself, the `rows` of a table within,
/// the `points` of a chart. Links and findings are no table; an empty table is no file.
///
/// @param name in kebab-case, from the names of the components that lead there
public record CsvTable(String name, List<?> rows) {

  private static final List<String> WITHIN = List.of("rows", "points");
  private static final String SENTENCES = "findings";

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
      collect(record, "", SHAPES.get(view.getClass()), tables);
    }
    return tables;
  }

  /// Name of its file.
  public String file() {
    return name + ".csv";
  }

  private static void collect(Record record, String name, Shape shape, List<CsvTable> tables) {
    for (RecordComponent component : shape.lists()) {
      Object rows = value(component, record);
      boolean within = WITHIN.contains(component.getName());
      if (rows instanceof List<?> list && !list.isEmpty() && (name.isEmpty() || within)) {
        String own = kebab(component.getName());
        tables.add(new CsvTable(name.isEmpty() ? own : name, list));
      }
    }
    for (RecordComponent component : shape.records()) {
      if (value(component, record) instanceof Record inner) {
        String own = kebab(component.getName());
        String inside = name.isEmpty() ? own : name + "-" + own;
        collect(inner, inside, SHAPES.get(inner.getClass()), tables);
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
          && !component.getName().equals(SENTENCES)
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
