package cepa.processor.source.onionoouptime;

import cepa.model.statistics.Period;
import java.util.List;

/// What is known of a relay's uptime beside the shares of time.
///
/// @param points known values by period, by [Period#index]; [#NO_GRAPH] where there is none
/// @param flags flags with a history, in document order; relays with the same flags share the list
/// @param shares shares of time with a flag, 0..1: of flag `f` and period `p` at `4f + p`; NaN if
///   there are too few values
public record UptimeDetail(short[] points, List<String> flags, double[] shares) {

  public static final short NO_GRAPH = -1;

  private static final int PERIODS = Period.ALL.size();

  /// Share of time with a flag, 0..1; NaN if unknown.
  ///
  /// @param flag index into [#flags]
  public double share(int flag, Period period) {
    return shares[flag * PERIODS + period.index()];
  }

  /// Known values of the uptime graph, or [#NO_GRAPH].
  public int points(Period period) {
    return points[period.index()];
  }
}
