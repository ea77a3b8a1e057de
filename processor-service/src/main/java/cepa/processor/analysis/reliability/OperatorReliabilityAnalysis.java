package cepa.processor.analysis.reliability;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Operator;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.model.traffic.RelayTraffic;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.analysis.traffic.AlignedTraffic;
import cepa.processor.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How reliably each operator's relays serve (analytics 4).
@Component
public final class OperatorReliabilityAnalysis implements Analysis<OperatorReliability> {

  @Override
  public Class<OperatorReliability> makes() {
    return OperatorReliability.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(
        Relays.class,
        Groups.class,
        UptimeStatistics.class,
        FlagUptimes.class,
        RelayTraffic.class,
        AlignedTraffic.class);
  }

  @Override
  public OperatorReliability analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    List<RelayGroup> groups = facts.get(Groups.class).of("operator");
    List<AlignedTraffic.Operator> aligned = facts.get(AlignedTraffic.class).operators();
    Percentiles uptime = facts.get(UptimeStatistics.class).sixMonths();
    Percentiles bandwidth = bandwidth(relays, groups, aligned);
    var flags = new FlagMeans(facts.get(FlagUptimes.class), relays);
    var traffic = facts.get(RelayTraffic.class);
    List<Operator> operators = new ArrayList<>(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      List<Integer> members = groups.get(i).members();
      List<Relay> own = members.stream().map(relays::get).toList();
      var up = new UptimeOfMembers(members, own);
      var carried =
          new BandwidthOfMembers(members, traffic, aligned.isEmpty() ? null : aligned.get(i));
      operators.add(
          new Operator(
              up.relaysKnown(),
              up.perPeriod(),
              up.band(uptime),
              up.outliers(),
              carried.perPeriod(),
              carried.band(bandwidth),
              carried.outliers(),
              carried.growth(),
              flags.of(members),
              Downtimes.of(members, own),
              VersionCounts.of(own)));
    }
    return new OperatorReliability(operators, bandwidth);
  }

  private static @Nullable Percentiles bandwidth(
      List<Relay> relays, List<RelayGroup> groups, List<AlignedTraffic.Operator> aligned) {
    double[] totals =
        IntStream.range(0, aligned.size())
            .filter(i -> relays.get(groups.get(i).members().getFirst()).contact().isNamed())
            .mapToObj(i -> aligned.get(i).totals().sixMonths())
            .filter(Objects::nonNull)
            .mapToDouble(AlignedTraffic.Totals::mean)
            .filter(total -> total > 0)
            .toArray();
    return Statistics.percentiles(totals);
  }
}
