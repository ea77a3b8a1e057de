package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagCounts;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.Reachability;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RelayValues;
import cepa.model.consensus.ThresholdSummary;
import cepa.model.consensus.ValueStatistics;
import cepa.model.consensus.Voter;
import cepa.renderer.pages.relay.DirectoryView.About;
import cepa.renderer.pages.relay.DirectoryView.Condition;
import cepa.renderer.pages.relay.DirectoryView.Figureless;
import cepa.renderer.pages.relay.DirectoryView.FlagRow;
import cepa.renderer.pages.relay.DirectoryView.Met;
import cepa.renderer.pages.relay.DirectoryView.OfCount;
import cepa.renderer.pages.relay.DirectoryView.OfDays;
import cepa.renderer.pages.relay.DirectoryView.OfRate;
import cepa.renderer.pages.relay.DirectoryView.OfShare;
import cepa.renderer.view.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Each flag of a relay: who gives it, who could, and what it takes. Thresholds are those that
/// suffice at a majority of the authorities; most are the guarantees of the specification, so they
/// stand still from hour to hour.
final class FlagRows {

  private static final List<String> USUAL =
      List.of("Running", "Valid", "V2Dir", "Fast", "Stable", "HSDir", "Guard", "Exit");
  private static final List<String> RESTRICTIONS = List.of("MiddleOnly", "BadExit");

  private final Relay relay;
  private final RelayEvaluation evaluation;
  private final ConsensusEvaluations evaluations;
  private final ThresholdSummary thresholds;
  private final BandwidthUnit unit;
  private final int majority;

  FlagRows(
      Relay relay,
      RelayEvaluation evaluation,
      ConsensusEvaluations evaluations,
      BandwidthUnit unit) {
    this.relay = relay;
    this.evaluation = evaluation;
    this.evaluations = evaluations;
    this.thresholds = evaluations.thresholds();
    this.unit = unit;
    this.majority = evaluations.majority();
  }

  /// The flags every relay may have; restrictions only where an authority gives one.
  List<FlagRow> all() {
    List<FlagRow> rows = new ArrayList<>();
    USUAL.forEach(flag -> rows.add(row(flag)));
    RESTRICTIONS.stream()
        .filter(flag -> relay.has(flag) || evaluation.assigned(flag) > 0)
        .forEach(flag -> rows.add(row(flag)));
    return rows;
  }

  private FlagRow row(String flag) {
    FlagCounts counts = counts(flag);
    return new FlagRow(
        flag,
        relay.has(flag),
        evaluation.assigned(flag),
        counts == null ? null : Integer.valueOf(counts.eligible()),
        counts == null ? 0 : counts.unknown(),
        conditions(flag));
  }

  /// Null where an authority decides by policy or by hand.
  private @Nullable FlagCounts counts(String flag) {
    return switch (flag) {
      case "Fast" -> evaluation.counts(JudgedFlag.FAST);
      case "Stable" -> evaluation.counts(JudgedFlag.STABLE);
      case "HSDir" -> evaluation.counts(JudgedFlag.HSDIR);
      case "Guard" -> evaluation.counts(JudgedFlag.GUARD);
      default -> null;
    };
  }

  private List<Condition> conditions(String flag) {
    RelayValues values = evaluation.values();
    if (values == null) {
      return List.of();
    }
    return switch (flag) {
      case "Running" -> reached();
      case "Fast" -> List.of(bandwidth(values, FlagThresholds::fastBandwidth));
      case "Stable" -> List.of(mtbf(values.mtbf()));
      case "HSDir" ->
          List.of(
              prerequisites(),
              wfu(values.wfu(), thresholds.hsdirWfu()),
              known(values.timeKnown(), thresholds.hsdirTimeKnown()));
      case "Guard" ->
          List.of(
              prerequisites(),
              wfu(values.wfu(), thresholds.guardWfu()),
              known(values.timeKnown(), thresholds.guardTimeKnown()),
              bandwidth(values, FlagThresholds::guardBandwidth));
      case "Exit" ->
          List.of(
              new Figureless(About.PORT_80, Met.of(values.port80())),
              new Figureless(About.PORT_443, Met.of(values.port443())));
      default -> List.of();
    };
  }

  private List<Condition> reached() {
    Reachability reach = evaluation.reachability();
    if (reach == null) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(count(About.REACHED_IPV4, reach.ipv4().size(), majority));
    if (reach.ipv6Tested() > 0) {
      conditions.add(count(About.REACHED_IPV6, reach.ipv6().size(), reach.ipv6Tested() / 2 + 1));
    }
    return conditions;
  }

  private Condition prerequisites() {
    int votes =
        (int)
            evaluation.votes().stream()
                .filter(vote -> vote.has("Fast") && vote.has("Stable") && vote.has("V2Dir"))
                .count();
    return count(About.PREREQUISITES, votes, majority);
  }

  private static Condition count(About about, int has, int needed) {
    return new OfCount(about, Met.of(has >= needed), has, needed);
  }

  private Condition bandwidth(RelayValues values, ToLongFunction<FlagThresholds> threshold) {
    long needed = atMajority(threshold);
    Long has = values.bandwidth();
    return new OfRate(
        About.BANDWIDTH,
        Met.of(has == null ? null : Boolean.valueOf(has >= needed)),
        Coarse.rate(has, unit),
        Objects.requireNonNull(Rate.of(needed, unit)));
  }

  private Condition mtbf(@Nullable ValueStatistics mtbf) {
    return days(About.MTBF, mtbf, atMajority(FlagThresholds::stableMtbfLowered));
  }

  private static Condition known(@Nullable ValueStatistics known, long needed) {
    return days(About.TIME_KNOWN, known, needed);
  }

  private static Condition days(About about, @Nullable ValueStatistics has, long needed) {
    return new OfDays(
        about,
        met(has, (double) needed),
        Coarse.days(has == null ? null : Double.valueOf(has.primary())),
        Objects.requireNonNull(Coarse.neededDays(needed)));
  }

  private static Condition wfu(@Nullable ValueStatistics has, double needed) {
    return new OfShare(
        About.WFU,
        met(has, needed),
        Coarse.share(has == null ? null : Double.valueOf(has.primary())),
        Objects.requireNonNull(Coarse.share(needed)));
  }

  private static Met met(@Nullable ValueStatistics has, double needed) {
    return Met.of(has == null ? null : Boolean.valueOf(has.primary() >= needed));
  }

  private long atMajority(ToLongFunction<FlagThresholds> threshold) {
    long[] sorted =
        evaluations.voters().stream()
            .filter(Voter::counts)
            .map(Voter::thresholds)
            .mapToLong(threshold)
            .sorted()
            .toArray();
    return sorted[Math.min(majority, sorted.length) - 1];
  }
}
