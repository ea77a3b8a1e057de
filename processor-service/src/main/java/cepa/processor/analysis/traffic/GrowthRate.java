package cepa.processor.analysis.traffic;

import cepa.model.reliability.OperatorReliability.Growth;
import cepa.model.reliability.OperatorReliability.Trend;
import cepa.processor.statistics.Statistics;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How totals grew: the newest third compared with the oldest (analytics 3.8).
final class GrowthRate {

  private static final int LEAST_TOTALS = 60;

  private GrowthRate() {}

  /// @param totals oldest first
  /// @param midpoints of their intervals
  static @Nullable Growth of(double[] totals, Instant[] midpoints) {
    int n = totals.length;
    int third = n / 3;
    if (n < LEAST_TOTALS) {
      return null;
    }
    double older = mean(totals, 0, third);
    double recent = mean(totals, n - third, n);
    if (older <= 0) {
      return null;
    }
    double rate = (recent - older) / older;
    return new Growth(
        rate,
        Trend.of(rate),
        older,
        recent,
        midpoints[0],
        midpoints[third - 1],
        midpoints[n - third],
        midpoints[n - 1]);
  }

  private static double mean(double[] totals, int from, int to) {
    return Objects.requireNonNull(Statistics.mean(Arrays.copyOfRange(totals, from, to)));
  }
}
