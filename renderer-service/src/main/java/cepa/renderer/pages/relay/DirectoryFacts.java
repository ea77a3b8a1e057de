package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.Voter;
import cepa.renderer.PageContext;
import cepa.renderer.pages.relay.DirectoryView.Asked;
import cepa.renderer.pages.relay.DirectoryView.Measured;
import cepa.renderer.pages.relay.DirectoryView.Measurements;
import cepa.renderer.pages.relay.DirectoryView.VoteRow;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns what authorities say of a relay into what its page shows.
final class DirectoryFacts {

  private final PageContext context;
  private final ConsensusEvaluations evaluations;
  private final BandwidthUnit unit;

  DirectoryFacts(PageContext context) {
    this.context = context;
    this.evaluations = context.part(ConsensusEvaluations.class);
    this.unit = context.model().site().bandwidthUnit();
  }

  /// @param index of the relay in base order
  /// @return null if no vote that counts is known
  @Nullable DirectoryView of(int index) {
    if (evaluations.counted() == 0) {
      return null;
    }
    Relay relay = context.model().relays().get(index);
    RelayEvaluation evaluation =
        evaluations.evaluator(context.model().asOf()).evaluate(index, relay);
    Asked most = mostAsked();
    List<VoteRow> votes = rows(evaluation, most);
    return new DirectoryView(
        evaluation.inConsensus(),
        evaluation.basis(),
        evaluation.listed(),
        evaluations.counted(),
        evaluations.voters().size(),
        evaluations.majority(),
        measurements(relay, evaluation.bandwidth()),
        new FlagRows(relay, evaluation, evaluations, unit).all(),
        most,
        votes,
        votes.stream().anyMatch(vote -> vote.ipv6() != null),
        context.links().path("authorities", ""));
  }

  /// Of equals the one that the first authorities by name ask for.
  private @Nullable Asked mostAsked() {
    Map<Asked, Integer> votes = new LinkedHashMap<>();
    evaluations.voters().stream()
        .filter(Voter::counts)
        .forEach(voter -> votes.merge(asked(voter), 1, Integer::sum));
    int most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
    return votes.entrySet().stream()
        .filter(asked -> asked.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private Asked asked(Voter voter) {
    FlagThresholds thresholds = voter.thresholds();
    boolean judgesMtbf = !Boolean.FALSE.equals(thresholds.enoughMtbf());
    return new Asked(
        Rate.of(thresholds.guardBandwidth(), unit),
        Objects.requireNonNull(Coarse.share(thresholds.guardWfuOrDefault())),
        Coarse.neededDays(thresholds.guardTimeKnownOrDefault()),
        judgesMtbf ? Coarse.neededDays(thresholds.stableMtbfLowered()) : null);
  }

  private List<VoteRow> rows(RelayEvaluation evaluation, @Nullable Asked most) {
    List<RouterVote> votes = evaluation.votes();
    BandwidthMeasurements found = evaluation.bandwidth();
    Integer median = found == null ? null : found.median();
    Instant newest =
        votes.stream()
            .map(RouterVote::descriptorPublished)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return votes.stream().map(vote -> row(vote, newest, median, most)).toList();
  }

  private @Nullable Measurements measurements(Relay relay, @Nullable BandwidthMeasurements found) {
    return found == null
        ? null
        : new Measurements(
            found.measured(),
            found.scanners(),
            names(found.notMeasuredBy(), evaluations),
            Coarse.measured(found.median(), unit),
            found.deviates(),
            found.measured() == 0
                ? null
                : context.links().path("measurements", relay.fingerprint().hex()));
  }

  /// @param voters indexes
  static List<String> names(List<Integer> voters, ConsensusEvaluations evaluations) {
    return voters.stream().map(voter -> name(evaluations.voters().get(voter))).toList();
  }

  private static String name(Voter voter) {
    return DisplayText.lineOr(voter.name(), DisplayText.NICKNAME, "?");
  }

  /// @param newest when the newest descriptor in a vote was made: who has it says nothing special,
  ///   and it is another one every few hours
  /// @param median of what scanners measured
  /// @param most what most authorities ask for
  private VoteRow row(
      RouterVote vote, Instant newest, @Nullable Integer median, @Nullable Asked most) {
    Instant descriptor = vote.descriptorPublished();
    Voter voter = evaluations.voters().get(vote.voter());
    Asked asked = voter.counts() ? asked(voter) : most;
    return new VoteRow(
        name(voter),
        voter.state(),
        vote.listed(),
        vote.flags().stream()
            .filter(flag -> !flag.equals("Running"))
            .map(flag -> DisplayText.lineOr(flag, DisplayText.NICKNAME, "?"))
            .toList(),
        vote.ipv4Reachable(),
        vote.ipv6Reachable(),
        measured(vote.measured(), median),
        Coarse.share(vote.wfu()),
        Coarse.days(vote.timeKnown()),
        Coarse.days(vote.mtbf()),
        Objects.equals(asked, most) ? null : asked,
        descriptor == null || descriptor.equals(newest) ? null : Moment.of(descriptor));
  }

  /// In kilobytes/s both.
  private static @Nullable Measured measured(@Nullable Integer result, @Nullable Integer median) {
    if (result == null || median == null) {
      return null;
    }
    if (3L * result < 2L * median) {
      return Measured.LOW;
    }
    return 2L * result > 3L * median ? Measured.HIGH : Measured.NEAR;
  }
}
