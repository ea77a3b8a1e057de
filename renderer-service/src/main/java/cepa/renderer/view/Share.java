package cepa.renderer.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A part of a whole. The twin has it in percent: `weight` becomes `weightPercent`; where something
/// is there that rounds to nothing, `weightPercentBelow` says what it is less than.
///
/// @param percent rounded
/// @param below whether it is more than nothing and still rounds to zero
public record Share(BigDecimal percent, boolean below) implements Quantity {

  private static final double TENTH = 0.1;
  private static final double HUNDREDTH = 0.01;

  /// @param fraction 0..1, or null if it is not known
  /// @param decimals of the percentage; as many as mean something
  public static @Nullable Share of(@Nullable Double fraction, int decimals) {
    return fraction == null || !Double.isFinite(fraction) ? null : known(fraction, decimals);
  }

  public static Share known(double fraction, int decimals) {
    BigDecimal percent = Rounding.halfEven(fraction * 100, decimals);
    return new Share(percent, fraction > 0 && percent.signum() == 0);
  }

  /// Two significant digits, at most two decimals: of a large share, hundredths move every hour.
  public static Share coarse(double fraction) {
    int decimals = fraction >= TENTH ? 0 : fraction >= HUNDREDTH ? 1 : 2;
    return known(fraction, decimals);
  }

  /// The share that `part` has of `whole`; null if there is no whole.
  public static @Nullable Share of(long part, long whole, int decimals) {
    return whole == 0 ? null : known((double) part / whole, decimals);
  }

  /// The least that is shown as more than nothing.
  public BigDecimal least() {
    return BigDecimal.ONE.movePointLeft(percent.scale());
  }

  @Override
  public String text() {
    return number() + " %";
  }

  @Override
  public String number() {
    if (below) {
      return "<" + least().toPlainString();
    }
    return percent.signum() == 0 ? "0" : percent.toPlainString();
  }
}
