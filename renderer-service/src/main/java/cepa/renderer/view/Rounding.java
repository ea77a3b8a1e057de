package cepa.renderer.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The one way from a double to the digits of a page: the exact binary value, ties to even
/// (relay-model 1.2).
public final class Rounding {

  private Rounding() {}

  /// @throws NumberFormatException if `value` is not finite
  public static BigDecimal halfEven(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
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
