package cepa.processor.statistics;

import cepa.model.statistics.Percentiles;
import cepa.model.statistics.PeriodStatistics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Statistics primitives (analytics 1). Arguments are finite and are never changed; sums run in the
/// order of the argument, so equal arrays give equal bits.
public final class Statistics {

  /// Fewer values say nothing of how they are spread.
  public static final int LEAST_FOR_SPREAD = 3;

  /// Fewer values have no percentiles worth telling.
  public static final int LEAST_FOR_PERCENTILES = 10;

  private Statistics() {}

  /// Arithmetic mean; null of no values.
  public static @Nullable Double mean(double... values) {
    return values.length == 0 ? null : meanOf(values);
  }

  /// Sample standard deviation (divided by n-1): 0 of one value, null of none.
  public static @Nullable Double sampleDeviation(double... values) {
    return values.length == 0 ? null : deviationOf(values, meanOf(values));
  }

  /// Middle of the sorted values, mean of the two middle ones of an even number; null of none.
  public static @Nullable Double median(double... values) {
    return values.length == 0 ? null : percentile(sorted(values), 50);
  }

  /// A sorted copy, as [#percentile] and [#rank] want it.
  public static double[] sorted(double... values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  /// Percentile by the inclusive method: linear between the two nearest ranks, never outside of the
  /// values.
  ///
  /// @param sorted ascending, at least one
  /// @param percent 0..100
  public static double percentile(double[] sorted, double percent) {
    if (sorted.length == 0 || !(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "No percentile " + percent + " of " + sorted.length + " values");
    }
    double rank = (sorted.length - 1) * percent / 100;
    int below = (int) rank;
    if (below == sorted.length - 1) {
      return sorted[below];
    }
    double between = sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    return Math.clamp(between, sorted[below], sorted[below + 1]);
  }

  /// The usual percentiles; null of fewer than [#LEAST_FOR_PERCENTILES] values.
  public static @Nullable Percentiles percentiles(double... values) {
    if (values.length < LEAST_FOR_PERCENTILES) {
      return null;
    }
    double[] sorted = sorted(values);
    return new Percentiles(
        percentile(sorted, 5),
        percentile(sorted, 25),
        percentile(sorted, 50),
        percentile(sorted, 75),
        percentile(sorted, 90),
        percentile(sorted, 95),
        percentile(sorted, 99),
        meanOf(values),
        values.length);
  }

  /// Percentile rank: the share of values below, in whole percent (a half goes to the even
  /// neighbour), between 1 and 99. 0 if the value is 0 or there is nothing to compare with.
  ///
  /// @param sorted ascending
  public static int rank(double[] sorted, double value) {
    if (sorted.length == 0 || value == 0) {
      return 0;
    }
    int below = 0;
    int end = sorted.length;
    while (below < end) {
      int middle = (below + end) >>> 1;
      if (sorted[middle] < value) {
        below = middle + 1;
      } else {
        end = middle;
      }
    }
    return Math.clamp((long) Math.rint(100.0 * below / sorted.length), 1, 99);
  }

  /// How values lie around their mean; null of fewer than [#LEAST_FOR_SPREAD] values.
  ///
  /// @param most the largest value there can be, which the upper bound does not exceed;
  ///   infinite if there is none
  public static @Nullable PeriodStatistics spread(double[] values, double most) {
    if (values.length < LEAST_FOR_SPREAD) {
      return null;
    }
    double mean = meanOf(values);
    double deviation = deviationOf(values, mean);
    return new PeriodStatistics(
        mean,
        percentile(sorted(values), 50),
        deviation,
        Math.max(0, mean - 2 * deviation),
        Math.min(most, mean + 2 * deviation),
        values.length);
  }

  /// Distance from the mean in deviations; null if there is no deviation.
  public static @Nullable Double zScore(double value, double mean, double deviation) {
    return deviation == 0 ? null : (value - mean) / deviation;
  }

  /// Coefficient of variation, deviation / mean as a fraction; null of fewer than two values or if
  /// the mean is 0.
  public static @Nullable Double variation(double... values) {
    if (values.length < 2) {
      return null;
    }
    double mean = meanOf(values);
    return mean == 0 ? null : deviationOf(values, mean) / mean;
  }

  /// Gini coefficient of the positive values, 0..1; 0 of fewer than two.
  public static double gini(double... values) {
    double[] positive = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
    int n = positive.length;
    if (n < 2) {
      return 0;
    }
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * (i + 1) - n - 1) * positive[i];
    }
    return weighted / (n * Arrays.stream(positive).sum());
  }

  /// Herfindahl-Hirschman index: sum of the squared fractions.
  public static double hhi(double... fractions) {
    double sum = 0;
    for (double fraction : fractions) {
      sum += fraction * fraction;
    }
    return sum;
  }

  private static double meanOf(double[] values) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    // Rounding must not move the mean of equal values off them: that would be a deviation.
    return Math.clamp(sum / values.length, least, most);
  }

  private static double deviationOf(double[] values, double mean) {
    if (values.length == 1) {
      return 0;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
