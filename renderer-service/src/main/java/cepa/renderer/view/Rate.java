package cepa.renderer.view;

import cepa.model.SiteSettings.BandwidthUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A bandwidth. The twin has it in bits per second, whatever unit the site prints, so that a reader
/// of the data need not ask: `observed` becomes `observedBitsPerSecond`.
///
/// @param amount in `unit`, rounded
public record Rate(BigDecimal amount, RateUnit unit) implements Quantity {

  private static final int DECIMALS = 2;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /// In the unit that suits it.
  ///
  /// @return null for null
  public static @Nullable Rate of(@Nullable Long bytesPerSecond, BandwidthUnit mode) {
    return bytesPerSecond == null
        ? null
        : in(bytesPerSecond, RateUnit.of(bytesPerSecond, mode), DECIMALS);
  }

  /// The same, two significant digits: of means, whose others move with every history uploaded.
  public static @Nullable Rate coarse(@Nullable Long bytesPerSecond, BandwidthUnit mode) {
    if (bytesPerSecond == null) {
      return null;
    }
    RateUnit unit = RateUnit.of(bytesPerSecond, mode);
    BigDecimal amount = new BigDecimal(bytesPerSecond / unit.bytes()).round(TWO_DIGITS);
    RateUnit suits = RateUnit.of(Math.round(amount.doubleValue() * unit.bytes()), mode);
    return new Rate(Rounding.plain(suits == unit ? amount : amount.divide(THOUSAND)), suits);
  }

  /// In a unit shared with others: of the same table, or parts of the same total.
  public static Rate in(long bytesPerSecond, RateUnit unit) {
    return in(bytesPerSecond, unit, DECIMALS);
  }

  public static Rate in(long bytesPerSecond, RateUnit unit, int decimals) {
    return new Rate(Rounding.halfEven(bytesPerSecond / unit.bytes(), decimals), unit);
  }

  @Override
  public String text() {
    return amount.toPlainString() + " " + unit.symbol();
  }

  @Override
  public String number() {
    return Rounding.grouped(amount);
  }

  /// Whether the amount, rounded, would be read in the next larger unit: `1000.00 Mbit/s` is the
  /// same number as `1.00 Gbit/s`. Tables, whose unit is fixed, have fewer decimals.
  public boolean outgrewItsUnit() {
    boolean largest = unit == RateUnit.GBIT || unit == RateUnit.GBYTE;
    return amount.scale() == DECIMALS && !largest && amount.compareTo(THOUSAND) >= 0;
  }

  /// What the twin says.
  public long bitsPerSecond() {
    return amount.multiply(BigDecimal.valueOf(unit.bits())).longValueExact();
  }
}
