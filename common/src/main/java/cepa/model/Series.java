package cepa.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// One history graph of a relay: equally spaced values, oldest first.
///
/// @param name what and how far back, e.g. `uptime/6_months`
/// @param first midpoint of the first interval
/// @param interval length of an interval
/// @param factor the real value is the stored one times this
/// @param values stored values, not negative: 0..999 of upstream's graphs; [#UNKNOWN] where there
///   are too few data
public record Series(String name, Instant first, Duration interval, double factor, short[] values) {

  public static final short UNKNOWN = -1;

  /// Whether the value of interval `i` is known.
  public boolean isKnown(int i) {
    return values[i] != UNKNOWN;
  }

  /// The real value of interval `i`; only if it is known.
  public double value(int i) {
    return values[i] * factor;
  }

  /// Midpoint of interval `i`.
  public Instant at(int i) {
    return first.plusSeconds(interval.toSeconds() * i);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && name.equals(that.name)
        && first.equals(that.first)
        && interval.equals(that.interval)
        && factor == that.factor
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }
}
