package cepa.model.reliability;

import cepa.model.statistics.PeriodStatistics;
import org.jspecify.annotations.Nullable;

/// Where a share of time stands, by itself and among the relays of the network. The first that
/// applies wins.
public enum Standing {
  /// At most 1 % of the time, or two deviations below the mean.
  LOW,
  /// At least 99 % of the time.
  EXCELLENT,
  /// More than two deviations above the mean; never so where that bound is capped at 1.
  HIGH,
  BELOW_MEAN,
  NORMAL;

  private static final double BARELY = 0.01;
  private static final double NEARLY_ALWAYS = 0.99;
  private static final double ALWAYS = 0.9999;

  /// The standing of a flag's share of time (analytics 2.8, 4.4).
  ///
  /// @param share 0..1
  /// @param network of the flag in the same period; null if unknown
  public static Standing ofFlag(double share, @Nullable PeriodStatistics network) {
    if (share <= BARELY || (network != null && share <= network.low())) {
      return LOW;
    }
    if (share >= NEARLY_ALWAYS) {
      return EXCELLENT;
    }
    if (network == null) {
      return NORMAL;
    }
    return share > network.high() ? HIGH : share < network.mean() ? BELOW_MEAN : NORMAL;
  }

  /// The standing of a relay's uptime (analytics 2.7); null if there is nothing to compare with, or
  /// the relay hardly ran at all.
  ///
  /// @param share 0..1
  /// @param network of all relays in the same period; null if unknown
  public static @Nullable Standing ofUptime(double share, @Nullable PeriodStatistics network) {
    if (network == null || share <= BARELY) {
      return null;
    }
    if (share >= ALWAYS) {
      return EXCELLENT;
    }
    if (share < network.low()) {
      return LOW;
    }
    return share > network.high() ? HIGH : share < network.mean() ? BELOW_MEAN : NORMAL;
  }
}
