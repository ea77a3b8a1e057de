package cepa.model.reliability;

import cepa.model.ModelPart;
import cepa.model.Relay;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much of the time each relay had each flag (analytics 2.3, 2.8). Source: onionoo uptime.
///
/// @param flags by flag, for each period an array parallel to the model's relays: billionths of the
///   time, [#FEW_VALUES] or [#NO_HISTORY]. The arrays must not be changed
public record FlagUptimes(Map<String, PerPeriod<int[]>> flags) implements ModelPart {

  /// The relay has a history of this flag, but too short a one in this period.
  public static final int FEW_VALUES = -1;

  /// Upstream knows of no time the relay had the flag.
  public static final int NO_HISTORY = -2;

  /// What a relay is known for, most telling first.
  private static final List<String> PRIORITY = List.of("Exit", "Guard", "Fast", "Running");

  private static final double BILLION = 1e9;

  public FlagUptimes {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }

  /// The share of time, 0..1; null if unknown.
  ///
  /// @param relay index in base order
  public @Nullable Double share(int relay, String flag, Period period) {
    int value = value(relay, flag, period);
    return value < 0 ? null : value / BILLION;
  }

  /// The flag that says most of a relay: the first of Exit, Guard, Fast, Running that it has now
  /// and has a history of. Null if there is none; a flag whose history is too short to say anything
  /// is still the one (A-8: then nothing is known, which is not the same as equal).
  ///
  /// @param index of the relay in base order
  public @Nullable String priority(Relay relay, int index) {
    for (String flag : PRIORITY) {
      if (relay.has(flag) && hasHistory(index, flag)) {
        return flag;
      }
    }
    return null;
  }

  /// Whether upstream has any history of the flag.
  public boolean hasHistory(int relay, String flag) {
    return value(relay, flag, Period.ONE_MONTH) != NO_HISTORY;
  }

  private int value(int relay, String flag, Period period) {
    PerPeriod<int[]> periods = flags.get(flag);
    int[] values = periods == null ? null : periods.get(period);
    return values == null ? NO_HISTORY : values[relay];
  }
}
