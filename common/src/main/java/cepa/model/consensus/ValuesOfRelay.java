package cepa.model.consensus;

import cepa.model.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Works out the figures behind a relay's flags.
final class ValuesOfRelay {

  private final ConsensusEvaluations all;
  private final ThresholdSummary thresholds;
  private final List<FlagThresholds> published;

  ValuesOfRelay(ConsensusEvaluations all) {
    this.all = all;
    this.thresholds = all.thresholds();
    this.published = all.voters().stream().filter(Voter::counts).map(Voter::thresholds).toList();
  }

  /// @param uptime seconds since the last restart; null if unknown
  /// @param listing the votes that have the relay
  RelayValues of(Relay details, @Nullable Long uptime, List<RouterVote> listing) {
    var wfu = statistics(listing, RouterVote::wfu, FlagThresholds.WFU_DEFAULT);
    var timeKnown =
        statistics(listing, RouterVote::timeKnown, (double) thresholds.guardTimeKnown());
    Long bandwidth = bandwidth(details, listing);
    return new RelayValues(
        wfu,
        timeKnown,
        statistics(listing, RouterVote::mtbf, null),
        wfu == null ? null : Boolean.valueOf(wfu.primary() >= thresholds.guardWfu()),
        timeKnown == null
            ? null
            : Boolean.valueOf(timeKnown.primary() >= thresholds.guardTimeKnown()),
        timeKnown == null
            ? null
            : Long.valueOf(
                (long) Math.max(0, Math.ceil(thresholds.guardTimeKnown() - timeKnown.primary()))),
        bandwidth,
        bandwidth == null ? null : Boolean.valueOf(bandwidth >= FlagThresholds.GUARD_GUARANTEE),
        bandwidth == null ? null : met(t -> bandwidth >= t.guardBandwidth()),
        has(listing, "Fast"),
        has(listing, "Stable"),
        has(listing, "V2Dir"),
        uptime,
        uptime == null ? null : met(t -> t.stableUptime() != null && uptime >= t.stableUptime()),
        met(t -> t.stableUptime() != null),
        bandwidth == null ? null : Boolean.valueOf(bandwidth >= FlagThresholds.FAST_GUARANTEE),
        bandwidth == null ? null : met(t -> bandwidth >= t.fastBandwidth()),
        wfu == null ? null : Boolean.valueOf(wfu.primary() >= thresholds.hsdirWfu()),
        (int) listing.stream().filter(this::longEnoughForHsdir).count(),
        PolicyPorts.allows(details.exitPolicy().ipv4(), 80),
        PolicyPorts.allows(details.exitPolicy().ipv4(), 443));
  }

  private @Nullable ValueStatistics statistics(
      List<RouterVote> listing,
      Function<RouterVote, ? extends @Nullable Number> value,
      @Nullable Double threshold) {
    List<@Nullable Number> values = new ArrayList<>();
    listing.forEach(vote -> values.add(value.apply(vote)));
    return ValueStatistics.of(values, all.majority(), threshold);
  }

  /// What the relay says it sustained, else what the first voter has (with its unit, D-C3).
  private static @Nullable Long bandwidth(Relay details, List<RouterVote> listing) {
    Long observed = details.bandwidth().observed();
    if (observed != null && observed > 0) {
      return observed;
    }
    return listing.stream()
        .map(vote -> vote.measured() == null ? vote.bandwidth() : vote.measured())
        .filter(Objects::nonNull)
        .findFirst()
        .map(kilobytes -> kilobytes * 1000L)
        .orElse(observed);
  }

  private int met(Predicate<FlagThresholds> condition) {
    return (int) published.stream().filter(condition).count();
  }

  private static int has(List<RouterVote> listing, String flag) {
    return (int) listing.stream().filter(vote -> vote.has(flag)).count();
  }

  private boolean longEnoughForHsdir(RouterVote vote) {
    long threshold = all.voters().get(vote.voter()).thresholds().hsdirTimeKnownOrDefault();
    return vote.timeKnown() != null && vote.timeKnown() >= threshold;
  }
}
