package cepa.renderer.pages.relay;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Figures that move every hour without meaning anything by it, to as many digits as do mean
/// something. What is held against a threshold is cut, not rounded: what is below never looks as if
/// it reached it. What the page says "about" of is rounded.
final class Coarse {

  private static final MathContext ABOUT = new MathContext(1, RoundingMode.HALF_UP);
  private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.DOWN);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);
  private static final BigDecimal TEN_DAYS = BigDecimal.TEN;
  private static final BigDecimal TWO_DAYS = BigDecimal.TWO;
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Coarse() {}

  /// Two significant digits, in the unit that suits it.
  static @Nullable Rate rate(@Nullable Long bytesPerSecond, BandwidthUnit mode) {
    if (bytesPerSecond == null) {
      return null;
    }
    RateUnit unit = RateUnit.of(bytesPerSecond, mode);
    return new Rate(cut(new BigDecimal(bytesPerSecond / unit.bytes()), TWO_DIGITS), unit);
  }

  /// What scanners measured: one digit in the unit that suits it.
  static @Nullable Rate measured(@Nullable Integer kilobytes, BandwidthUnit mode) {
    if (kilobytes == null) {
      return null;
    }
    long bytes = kilobytes * 1_000L;
    RateUnit unit = RateUnit.of(bytes, mode);
    return new Rate(Rounding.plain(new BigDecimal(bytes / unit.bytes()).round(ABOUT)), unit);
  }

  /// A consensus weight: one digit.
  static @Nullable Long weight(@Nullable Long raw) {
    return raw == null ? null : BigDecimal.valueOf(raw).round(ABOUT).longValueExact();
  }

  /// What a relay has, in days: tenths below two days, where thresholds may be hours; whole days
  /// below ten; one digit from there, far above any threshold.
  static @Nullable BigDecimal days(@Nullable Number seconds) {
    if (seconds == null) {
      return null;
    }
    BigDecimal days = exactDays(seconds);
    if (days.compareTo(TWO_DAYS) < 0) {
      return Rounding.plain(days.setScale(1, RoundingMode.DOWN));
    }
    return days.compareTo(TEN_DAYS) < 0
        ? days.setScale(0, RoundingMode.DOWN)
        : cut(days, ONE_DIGIT);
  }

  /// What is needed, in days: two significant digits.
  static @Nullable BigDecimal neededDays(@Nullable Number seconds) {
    return seconds == null ? null : cut(exactDays(seconds), TWO_DIGITS);
  }

  private static BigDecimal exactDays(Number seconds) {
    return new BigDecimal(seconds.doubleValue()).divide(SECONDS_PER_DAY, 2, RoundingMode.DOWN);
  }

  /// A share with one decimal of the percentage.
  static @Nullable Share share(@Nullable Double fraction) {
    return fraction == null || !Double.isFinite(fraction)
        ? null
        : new Share(
            BigDecimal.valueOf(fraction).multiply(HUNDRED).setScale(1, RoundingMode.DOWN), false);
  }

  private static BigDecimal cut(BigDecimal amount, MathContext digits) {
    return Rounding.plain(amount.round(digits));
  }
}
