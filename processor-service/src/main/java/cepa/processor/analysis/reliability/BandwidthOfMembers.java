package cepa.processor.analysis.reliability;

import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Stability;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.processor.analysis.traffic.AlignedTraffic;
import cepa.processor.statistics.Statistics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much an operator's relays carried (analytics 3.8, 4.2, with ).
final class BandwidthOfMembers {

  private final List<Integer> members;
  private final RelayTraffic traffic;
  private final AlignedTraffic.@Nullable Operator aligned;

  /// @param aligned what they carried together; null if the source is missing
  BandwidthOfMembers(
      List<Integer> members, RelayTraffic traffic, AlignedTraffic.@Nullable Operator aligned) {
    this.members = members;
    this.traffic = traffic;
    this.aligned = aligned;
  }

  PerPeriod<OperatorReliability.Bandwidth> perPeriod() {
    return PerPeriod.of(this::bandwidth);
  }

  /// Where the total lies among totals.
  Percentiles.@Nullable Band band(@Nullable Percentiles network) {
    AlignedTraffic.Totals own = totals(Period.SIX_MONTHS);
    return own == null || own.mean() <= 0 || network == null ? null : network.band(own.mean());
  }

  OperatorReliability.Outliers outliers() {
    return MemberOutliers.of(members, averages(Period.SIX_MONTHS));
  }

  OperatorReliability.@Nullable Growth growth() {
    return aligned == null ? null : aligned.growth();
  }

  private AlignedTraffic.@Nullable Totals totals(Period period) {
    return aligned == null ? null : aligned.totals().get(period);
  }

  private OperatorReliability.@Nullable Bandwidth bandwidth(Period period) {
    double[] counted = Arrays.stream(averages(period)).filter(v -> !Double.isNaN(v)).toArray();
    AlignedTraffic.Totals totals = totals(period);
    if (counted.length == 0 && totals == null) {
      return null;
    }
    Double variation = totals == null ? null : totals.variation();
    return new OperatorReliability.Bandwidth(
        Statistics.mean(counted),
        Statistics.sampleDeviation(counted),
        counted.length,
        totals == null ? null : totals.mean(),
        totals == null ? 0 : totals.points(),
        totals == null ? null : totals.last(),
        variation,
        variation == null ? null : Stability.of(variation),
        totals == null ? null : totals.peak());
  }

  /// Parallel to the members; NaN of those that carried nothing or are unknown.
  private double[] averages(Period period) {
    return members.stream()
        .mapToDouble(member -> {
          Long average = traffic.average(member, period);
          return average == null || average == 0 ? Double.NaN : average;
        })
        .toArray();
  }
}
