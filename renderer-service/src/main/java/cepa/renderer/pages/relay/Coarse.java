package cepa.renderer.pages.relay;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Figures that move every hour without meaning anything by it, to as many digits as do mean
/// something. Cut, not rounded: what is below a threshold never looks as if it reached it.
final class Coarse {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Coarse() {}

  /// Two significant digits, in the unit that suits it.
  static @Nullable Rate rate(@Nullable Long bytesPerSecond, BandwidthUnit mode) {
    if (bytesPerSecond == null) {
      return null;
    }
    RateUnit unit = RateUnit.of(bytesPerSecond, mode);
    return new Rate(twoDigits(new BigDecimal(bytesPerSecond / unit.bytes())), unit);
  }

  /// The same of what votes say, which is in kilobytes.
  static @Nullable Rate rateOfKilobytes(@Nullable Integer kilobytes, BandwidthUnit mode) {
    return kilobytes == null ? null : rate(kilobytes * 1_000L, mode);
  }

  /// Days, two significant digits.
  static @Nullable BigDecimal days(@Nullable Number seconds) {
    return seconds == null
        ? null
        : twoDigits(
            new BigDecimal(seconds.doubleValue()).divide(SECONDS_PER_DAY, 2, RoundingMode.DOWN));
  }

  /// A share with one decimal of the percentage.
  static @Nullable Share share(@Nullable Double fraction) {
    return fraction == null || !Double.isFinite(fraction)
        ? null
        : new Share(
            BigDecimal.valueOf(fraction).multiply(HUNDRED).setScale(1, RoundingMode.DOWN), false);
  }

  private static BigDecimal twoDigits(BigDecimal amount) {
    BigDecimal cut = amount.round(TWO_DIGITS).stripTrailingZeros();
    return cut.scale() < 0 ? cut.setScale(0) : cut;
  }
}
