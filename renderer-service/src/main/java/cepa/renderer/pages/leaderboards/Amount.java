package cepa.renderer.pages.leaderboards;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an operator is ranked by, in the one component that suits the category.
///
/// @param count relays, countries, addresses
/// @param rate bandwidth
/// @param share of weight or of time
/// @param points scores
/// @param terabytes data
record Amount(
    @Nullable Long count,
    @Nullable Rate rate,
    @Nullable Share share,
    @Nullable BigDecimal points,
    @Nullable BigDecimal terabytes) {

  private static final double TERABYTE = 1e12;

  static Amount of(Category category, double value, BandwidthUnit mode) {
    return switch (category) {
      case BANDWIDTH, BANDWIDTH_MASTERS, BANDWIDTH_LEGENDS ->
          new Amount(
              null, Rate.in((long) value, RateUnit.of((long) value, mode), 1), null, null, null);
      case CONSENSUS_WEIGHT, EXIT_AUTHORITY, GUARD_AUTHORITY ->
          new Amount(null, null, Share.known(value, 2), null, null);
      case RELIABILITY_MASTERS, LEGACY_TITANS ->
          new Amount(null, null, Share.known(value, 1), null, null);
      case MOST_DIVERSE -> new Amount(null, null, null, Rounding.halfEven(value, 1), null);
      case NETWORK_VETERANS -> new Amount(null, null, null, Rounding.halfEven(value, 0), null);
      case TOTAL_DATA_CHAMPIONS ->
          new Amount(null, null, null, null, Rounding.halfEven(value / TERABYTE, 1));
      case EXIT_OPERATORS,
          GUARD_OPERATORS,
          PLATFORM_DIVERSITY,
          NON_EU_LEADERS,
          FRONTIER_BUILDERS,
          IPV4_LEADERS,
          IPV6_LEADERS,
          VALIDATED_RELAYS ->
          new Amount((long) value, null, null, null, null);
    };
  }
}
