package cepa.processor.analysis.reliability;

import cepa.model.Relay;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.processor.statistics.Statistics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much an operator's relays ran (analytics 4.1).
final class UptimeOfMembers {

  private final List<Integer> members;
  private final List<Relay> relays;
  private final PerPeriod<OperatorReliability.Uptime> perPeriod;

  /// @param members indexes in base order
  /// @param relays the members themselves
  UptimeOfMembers(List<Integer> members, List<Relay> relays) {
    this.members = members;
    this.relays = relays;
    this.perPeriod = PerPeriod.of(this::uptime);
  }

  PerPeriod<OperatorReliability.Uptime> perPeriod() {
    return perPeriod;
  }

  int relaysKnown() {
    return (int) relays.stream().filter(UptimeOfMembers::isKnown).count();
  }

  private static boolean isKnown(Relay relay) {
    return Period.ALL.stream()
        .anyMatch(period -> relay.uptime() != null && relay.uptime().in(period) != null);
  }

  Percentiles.@Nullable Band band(@Nullable Percentiles network) {
    OperatorReliability.Uptime own = perPeriod.sixMonths();
    return own == null || network == null ? null : network.band(own.mean());
  }

  /// Of six months only, so a relay is at most in one of the lists.
  OperatorReliability.Outliers outliers() {
    return MemberOutliers.of(members, shares(Period.SIX_MONTHS));
  }

  private OperatorReliability.@Nullable Uptime uptime(Period period) {
    double[] counted = Arrays.stream(shares(period)).filter(v -> !Double.isNaN(v)).toArray();
    Double mean = Statistics.mean(counted);
    Double deviation = Statistics.sampleDeviation(counted);
    return mean == null || deviation == null
        ? null
        : new OperatorReliability.Uptime(mean, deviation, counted.length);
  }

  /// Parallel to the members; NaN of those that do not count.
  private double[] shares(Period period) {
    return relays.stream()
        .mapToDouble(relay -> {
          Double share = relay.uptime() == null ? null : relay.uptime().in(period);
          return share == null || share <= UptimeStatistics.COUNTED_ABOVE ? Double.NaN : share;
        })
        .toArray();
  }
}
