package cepa.renderer.pages.leaderboards;

import cepa.model.GroupTotals;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.renderer.pages.leaderboards.BoardView.Part;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import org.jspecify.annotations.Nullable;

/// Which of an operator's relays count in a category, and what these have: the operator with most
/// relays outside of Linux may have most of its bandwidth on it.
record Parts(BandwidthUnit mode) {

  @Nullable Part of(Category category, OperatorMetrics metrics, GroupTotals totals) {
    return switch (category) {
      case EXIT_AUTHORITY -> part(totals.exits(), totals.exitBandwidth());
      case EXIT_OPERATORS -> part(null, totals.exitBandwidth());
      case GUARD_AUTHORITY -> part(totals.guards(), totals.guardBandwidth());
      case GUARD_OPERATORS -> part(null, totals.guardBandwidth());
      case PLATFORM_DIVERSITY -> part(metrics.nonLinux());
      case NON_EU_LEADERS -> part(metrics.nonEu());
      case FRONTIER_BUILDERS -> part(metrics.rare().relays(), metrics.rare().bandwidth());
      case RELIABILITY_MASTERS -> part(metrics.uptimeSixMonths());
      case LEGACY_TITANS -> part(metrics.uptimeFiveYears());
      case IPV4_LEADERS -> part(metrics.ipv4());
      case IPV6_LEADERS -> part(metrics.ipv6());
      case VALIDATED_RELAYS -> part(metrics.validated());
      case BANDWIDTH,
          CONSENSUS_WEIGHT,
          MOST_DIVERSE,
          NETWORK_VETERANS,
          BANDWIDTH_MASTERS,
          BANDWIDTH_LEGENDS,
          TOTAL_DATA_CHAMPIONS ->
          null;
    };
  }

  private Part part(OperatorMetrics.Part part) {
    return part(null, part.bandwidth());
  }

  private Part part(@Nullable Integer relays, long bandwidth) {
    return new Part(relays, rate(bandwidth), null, null, null, null);
  }

  private static @Nullable Part part(OperatorMetrics.@Nullable Reliability known) {
    return known == null ? null : new Part(known.relays(), null, null, null, null, null);
  }

  private Part part(OperatorMetrics.Addresses reached) {
    return new Part(
        reached.relays(),
        rate(reached.bandwidth()),
        Share.known(reached.weightFraction(), 2),
        reached.guards(),
        reached.middles(),
        reached.exits());
  }

  private @Nullable Part part(OperatorMetrics.@Nullable Validated proved) {
    return proved == null
        ? null
        : new Part(
            null,
            rate(proved.bandwidth()),
            Share.known(proved.weightFraction(), 2),
            proved.guards(),
            proved.middles(),
            proved.exits());
  }

  private Rate rate(long bytesPerSecond) {
    return Rate.in(bytesPerSecond, RateUnit.ofTables(mode), 0);
  }
}
