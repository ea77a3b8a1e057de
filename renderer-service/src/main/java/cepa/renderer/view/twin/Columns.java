package cepa.renderer.view.twin;

import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.KeyedLink;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The columns of a table, from the record of its rows: the same whatever the rows hold, so that
/// who reads the file by position finds every figure where it was an hour ago.
final class Columns {

  /// Records that [QuantityModule] writes as one value.
  private static final Set<Class<?>> VALUES =
      Set.of(Difference.class, Moment.class, Day.class, KeyedLink.class);

  // What a type is made of never changes: no state, but what reflection is asked for once.
  private static final ClassValue<List<String>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
          List<String> columns = new ArrayList<>();
          add("", type, columns);
          return List.copyOf(columns);
        }
      };

  private Columns() {}

  /// The names of a row's values as [QuantityModule] writes them; those of a record within under
  /// `outer.inner`. None if rows are no records.
  static List<String> of(Object row) {
    return row instanceof Record ? KNOWN.get(row.getClass()) : List.of();
  }

  private static void add(String outer, Class<?> record, List<String> columns) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = outer + component.getName();
      Class<?> type = component.getType();
      if (type == Rate.class) {
        columns.add(name + "BitsPerSecond");
      } else if (type == Share.class) {
        columns.add(name + "Percent");
        columns.add(name + "PercentBelow");
      } else if (type.isRecord() && !VALUES.contains(type)) {
        add(name + ".", type, columns);
      } else {
        columns.add(name);
      }
    }
  }
}
