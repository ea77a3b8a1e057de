package cepa.processor.statistics;

import cepa.model.statistics.PeriodStatistics;
import java.util.ArrayList;
import java.util.List;

/// Values more than two deviations away from the mean of all (analytics 1). With a sample deviation
/// a single value is at most `(n-1)/sqrt(n)` deviations away, so of fewer than six values none is
/// ever an outlier.
///
/// @param low below, in the order of the values
/// @param high above, in the order of the values
public record Outliers(List<Outlier> low, List<Outlier> high) {

  public Outliers {
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /// @param index of the value
  /// @param deviation distance from the mean in deviations, above 2
  public record Outlier(int index, double value, double deviation) {}

  public static Outliers of(double... values) {
    List<Outlier> low = new ArrayList<>();
    List<Outlier> high = new ArrayList<>();
    PeriodStatistics spread = Statistics.spread(values, Double.POSITIVE_INFINITY);
    if (spread != null && spread.deviation() > 0) {
      double least = spread.mean() - 2 * spread.deviation();
      for (int i = 0; i < values.length; i++) {
        double deviation = Math.abs(values[i] - spread.mean()) / spread.deviation();
        if (values[i] < least) {
          low.add(new Outlier(i, values[i], deviation));
        } else if (values[i] > spread.high()) {
          high.add(new Outlier(i, values[i], deviation));
        }
      }
    }
    return new Outliers(low, high);
  }
}
