package cepa.renderer.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An amount of data, two significant digits, decimal prefixes: the third moves with every history
/// a relay uploads.
///
/// @param unit `KB` to `PB`
public record Volume(BigDecimal amount, String unit) {

  private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB", "PB");
  private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /// Amount and unit.
  public String text() {
    return amount.toPlainString() + " " + unit;
  }

  public static @Nullable Volume of(@Nullable Long bytes) {
    if (bytes == null) {
      return null;
    }
    BigDecimal amount = BigDecimal.valueOf(bytes).round(DIGITS).divide(THOUSAND);
    int unit = 0;
    while (unit < UNITS.size() - 1 && amount.compareTo(THOUSAND) >= 0) {
      amount = amount.divide(THOUSAND);
      unit++;
    }
    return new Volume(Rounding.plain(amount), UNITS.get(unit));
  }
}
