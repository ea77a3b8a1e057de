package cepa.renderer.view.chart;

import cepa.renderer.view.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A value axis whose ticks are 1, 2, 2.5 or 5 times a power of ten apart.
///
/// @param low value at the bottom
/// @param high value at the top
/// @param ticks ascending, from low to high
record Axis(BigDecimal low, BigDecimal high, List<BigDecimal> ticks) {

  private static final List<BigDecimal> STEPS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5));
  private static final int MOST_STEPS = 4;

  /// An axis that covers the values. It begins at zero unless the values are far from it, where it
  /// would hide every change.
  static Axis covering(BigDecimal least, BigDecimal most) {
    BigDecimal spread = most.subtract(least);
    if (spread.signum() == 0) {
      return around(most);
    }
    boolean fromZero = least.signum() >= 0 && spread.multiply(BigDecimal.TWO).compareTo(most) > 0;
    return between(fromZero ? BigDecimal.ZERO : least, most);
  }

  /// An axis for one value: some air below and above it.
  private static Axis around(BigDecimal value) {
    if (value.signum() == 0) {
      return between(BigDecimal.ZERO, BigDecimal.ONE);
    }
    BigDecimal air = value.abs().movePointLeft(1);
    return between(value.subtract(air), value.add(air));
  }

  private static Axis between(BigDecimal from, BigDecimal to) {
    BigDecimal range = to.subtract(from);
    int exponent = range.precision() - range.scale() - 3;
    for (; ; exponent++) {
      for (BigDecimal step : STEPS) {
        BigDecimal width = step.scaleByPowerOfTen(exponent);
        BigDecimal low = from.divide(width, 0, RoundingMode.FLOOR).multiply(width);
        int steps = to.subtract(low).divide(width, 0, RoundingMode.CEILING).intValueExact();
        if (steps <= MOST_STEPS) {
          return of(low, width, steps);
        }
      }
    }
  }

  private static Axis of(BigDecimal low, BigDecimal width, int steps) {
    List<BigDecimal> ticks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      ticks.add(low.add(width.multiply(BigDecimal.valueOf(i))));
    }
    return new Axis(low, ticks.getLast(), ticks);
  }

  /// How far down from the top a value is, in percent with one decimal.
  BigDecimal down(BigDecimal value) {
    return high.subtract(value)
        .multiply(BigDecimal.valueOf(100))
        .divide(high.subtract(low), 1, RoundingMode.HALF_EVEN);
  }

  static String label(BigDecimal tick) {
    return Rounding.grouped(Rounding.plain(tick));
  }
}
