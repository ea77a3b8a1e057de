package cepa.renderer.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The one way from a double to the digits of a page: the exact binary value, ties to even
/// (relay-model 1.2).
public final class Rounding {

  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private Rounding() {}

  /// @throws NumberFormatException if `value` is not finite
  public static BigDecimal halfEven(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /// The first digit that counts: 0.03, 2, 400. Null if there is no such number.
  public static @Nullable BigDecimal oneDigit(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return null;
    }
    return plain(new BigDecimal(value).round(ONE_DIGIT));
  }

  /// The first two digits that count.
  public static BigDecimal twoDigits(BigDecimal value) {
    return plain(value.round(TWO_DIGITS));
  }

  /// Without zeros behind the decimal point, and without an exponent.
  public static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// The number with `,` between groups of three digits before the decimal point.
  public static String grouped(BigDecimal number) {
    return grouped(number.toPlainString());
  }

  public static String grouped(long number) {
    return grouped(Long.toString(number));
  }

  private static String grouped(String plain) {
    int first = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    if (end - first <= 3) {
      return plain;
    }
    var out = new StringBuilder(plain.length() + 4);
    out.append(plain, 0, first);
    for (int i = first; i < end; i++) {
      if (i > first && (end - i) % 3 == 0) {
        out.append(',');
      }
      out.append(plain.charAt(i));
    }
    return out.append(plain, end, plain.length()).toString();
  }
}
