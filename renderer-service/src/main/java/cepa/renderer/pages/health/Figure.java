package cepa.renderer.pages.health;

import cepa.renderer.Link;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One fact of the network: what of it is known; unknown if nothing is.
///
/// @param id names its text
/// @param link what it is about, e.g. the country with most; null if it is about the network
/// @param count how many
/// @param rate bandwidth
/// @param number of the unit that the text names
/// @param share of what the text names
record Figure(
    String id,
    @Nullable Link link,
    @Nullable Long count,
    @Nullable Rate rate,
    @Nullable BigDecimal number,
    @Nullable Share share) {

  private static final int DECIMALS = 1;
  private static final double TERABYTE = 1e12;

  static Figure count(String id, @Nullable Integer count) {
    return new Figure(id, null, count == null ? null : Long.valueOf(count), null, null, null);
  }

  /// How many, and their share.
  static Figure part(String id, long part, long whole) {
    return new Figure(id, null, part, null, null, Share.of(part, whole, DECIMALS));
  }

  static Figure share(String id, @Nullable Double fraction) {
    return new Figure(id, null, null, null, null, Share.of(fraction, DECIMALS));
  }

  static Figure rate(String id, Rate rate, @Nullable Share share) {
    return new Figure(id, null, null, rate, null, share);
  }

  static Figure number(String id, @Nullable Double number, int decimals) {
    return new Figure(
        id, null, null, null, number == null ? null : Rounding.halfEven(number, decimals), null);
  }

  static Figure terabytes(String id, @Nullable Long bytes) {
    return number(id, bytes == null ? null : Double.valueOf(bytes / TERABYTE), 0);
  }

  static Figure named(String id, @Nullable Link link, @Nullable Share share) {
    return new Figure(id, link, null, null, null, share);
  }
}
