package cepa.standalone.facts.section;

import cepa.standalone.facts.Shown;
import org.jspecify.annotations.Nullable;

/// Figures of evaluations as golden files show them.
public final class EvaluationTexts {

  static final double DAY = 86_400;

  private EvaluationTexts() {}

  static @Nullable Boolean atLeast(@Nullable Number value, long threshold) {
    return atLeast(value, (double) threshold);
  }

  static @Nullable Boolean atLeast(@Nullable Number value, double threshold) {
    return value == null ? null : value.doubleValue() >= threshold;
  }

  static Object percent(@Nullable Double fraction, int decimals) {
    return fraction == null || fraction == 0 ? "N/A" : Shown.percent(fraction, decimals);
  }

  public static Object days(@Nullable Number seconds) {
    return seconds == null ? "N/A" : Shown.number("", seconds.doubleValue() / DAY, 1, "d");
  }

  static Object kilobytes(@Nullable Number kilobytes) {
    return rate(kilobytes == null ? null : 1000 * kilobytes.doubleValue());
  }

  /// A rate as evaluations show it: one decimal, plain bits below 8,000 of them.
  public static Object rate(@Nullable Number bytes) {
    if (bytes == null) {
      return "N/A";
    }
    double bits = 8 * bytes.doubleValue();
    if (bytes.doubleValue() < 1000) {
      return Shown.number("", bits, 0, " bit/s");
    }
    return bits >= 1e9
        ? Shown.number("", bits / 1e9, 1, " Gbit/s")
        : bits >= 1e6
            ? Shown.number("", bits / 1e6, 1, " Mbit/s")
            : Shown.number("", bits / 1e3, 1, " Kbit/s");
  }
}
