package cepa.model.traffic;

import cepa.model.ModelPart;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What each relay carried (analytics 3.2, 3.3). Source: onionoo bandwidth; nothing is known of any
/// relay if that is missing. Arrays are parallel to the model's relays, one for each period in
/// order of [Period], hold [#UNKNOWN] where nothing is known, and must not be changed.
///
/// @param written bytes written in the period
/// @param read bytes read in the period
/// @param average mean bytes read per second; known only of at least 30 values
/// @param flags [#average] over relays that have the flag now, by flag and period: their overall
///   average, whatever they did when they had the flag; of at least three relays that carried
///   something
public record RelayTraffic(
    PerPeriod<long[]> written,
    PerPeriod<long[]> read,
    PerPeriod<long[]> average,
    Map<String, PerPeriod<PeriodStatistics>> flags)
    implements ModelPart {

  public static final long UNKNOWN = -1;

  public RelayTraffic {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }

  /// Bytes written in a period; null if unknown.
  ///
  /// @param relay index in base order
  public @Nullable Long written(int relay, Period period) {
    return known(written, relay, period);
  }

  /// Bytes read in a period; null if unknown.
  public @Nullable Long read(int relay, Period period) {
    return known(read, relay, period);
  }

  /// Mean bytes read per second; null if unknown.
  public @Nullable Long average(int relay, Period period) {
    return known(average, relay, period);
  }

  /// Bytes written and read as the graphs of this period have them; null if there are none.
  public @Nullable Long total(int relay, Period period) {
    Long out = written(relay, period);
    Long in = read(relay, period);
    return out == null ? in : in == null ? out : Long.valueOf(out + in);
  }

  /// Bytes written and read within a period: the most that the graphs of this period and of shorter
  /// ones tell, because upstream makes no graph of a period that a relay's history does not reach
  /// into. So relays of different age can be added up and compared. Null if unknown.
  public @Nullable Long within(int relay, Period period) {
    Long most = null;
    for (Period shorter : Period.ALL) {
      Long total = total(relay, shorter);
      if (total != null && (most == null || total > most)) {
        most = total;
      }
      if (shorter == period) {
        break;
      }
    }
    return most;
  }

  /// The longest period with bytes of its own; null if there is none.
  public @Nullable Period best(int relay) {
    for (Period period : Period.ALL.reversed()) {
      Long total = total(relay, period);
      if (total != null && total > 0) {
        return period;
      }
    }
    return null;
  }

  private static @Nullable Long known(PerPeriod<long[]> columns, int relay, Period period) {
    long[] column = columns.get(period);
    return column == null || column[relay] == UNKNOWN ? null : Long.valueOf(column[relay]);
  }
}
