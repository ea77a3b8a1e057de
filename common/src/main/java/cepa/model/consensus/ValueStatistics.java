package cepa.model.consensus;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One figure of a relay as the authorities see it (consensus 9.2).
///
/// @param primary the value a majority agrees on, else the median
/// @param majority whether a majority agrees on one value
/// @param primaryCount authorities that have the primary value
/// @param values authorities that have a value
/// @param least of all values
/// @param median mean of the two middle ones where their number is even
/// @param greatest of all values
/// @param meeting values of at least the threshold; null if there is no threshold
public record ValueStatistics(
    double primary,
    boolean majority,
    int primaryCount,
    int values,
    double least,
    double median,
    double greatest,
    @Nullable Integer meeting) {

  /// Statistics of known values in the authorities' order; null if none is known.
  ///
  /// @param majority equal values that make a majority
  static @Nullable ValueStatistics of(
      List<? extends @Nullable Number> values, int majority, @Nullable Double threshold) {
    double[] known =
        values.stream().filter(Objects::nonNull).mapToDouble(Number::doubleValue).toArray();
    if (known.length == 0) {
      return null;
    }
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    double common = mostCommon(known);
    boolean agreed = count(known, common) >= majority;
    double primary = agreed ? common : median;
    return new ValueStatistics(
        primary,
        agreed,
        count(known, primary),
        known.length,
        sorted[0],
        median,
        sorted[sorted.length - 1],
        threshold == null
            ? null
            : Integer.valueOf((int) Arrays.stream(known).filter(v -> v >= threshold).count()));
  }

  /// Of equally common values the first.
  private static double mostCommon(double[] values) {
    double common = values[0];
    for (double value : values) {
      if (count(values, value) > count(values, common)) {
        common = value;
      }
    }
    return common;
  }

  private static int count(double[] values, double wanted) {
    return (int) Arrays.stream(values).filter(value -> value == wanted).count();
  }
}
