package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.Voter;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.pages.relay.DirectoryView.Measurements;
import cepa.renderer.pages.relay.DirectoryView.VoteRow;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
    return new DirectoryView(
        evaluation.inConsensus(),
        evaluation.basis(),
        evaluation.listed(),
        evaluations.counted(),
        evaluations.voters().size(),
        evaluations.majority(),
        measurements(evaluation.bandwidth()),
        new FlagRows(relay, evaluation, evaluations, unit).all(),
        rows(evaluation.votes()));
  }

  private List<VoteRow> rows(List<RouterVote> votes) {
    Instant newest =
        votes.stream()
            .map(RouterVote::descriptorPublished)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return votes.stream().map(vote -> row(vote, newest)).toList();
  }

  private @Nullable Measurements measurements(@Nullable BandwidthMeasurements found) {
    return found == null
        ? null
        : new Measurements(
            found.measured(),
            found.scanners(),
            names(found.notMeasuredBy(), evaluations),
            Coarse.rateOfKilobytes(found.median(), unit),
            Coarse.rateOfKilobytes(found.least(), unit),
            Coarse.rateOfKilobytes(found.greatest(), unit),
            found.deviates());
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
  private VoteRow row(RouterVote vote, Instant newest) {
    Instant descriptor = vote.descriptorPublished();
    Voter voter = evaluations.voters().get(vote.voter());
    FlagThresholds thresholds = voter.thresholds();
    boolean judgesMtbf = !Boolean.FALSE.equals(thresholds.enoughMtbf());
    return new VoteRow(
        authority(voter),
        voter.state(),
        vote.listed(),
        vote.flags().stream()
            .filter(flag -> !flag.equals("Running"))
            .map(flag -> DisplayText.lineOr(flag, DisplayText.NICKNAME, "?"))
            .toList(),
        vote.ipv4Reachable(),
        vote.ipv6Reachable(),
        Coarse.rateOfKilobytes(vote.measured(), unit),
        Coarse.share(vote.wfu()),
        Objects.requireNonNull(Coarse.share(thresholds.guardWfuOrDefault())),
        Coarse.days(vote.timeKnown()),
        Coarse.days(thresholds.guardTimeKnownOrDefault()),
        Coarse.days(vote.mtbf()),
        judgesMtbf ? Coarse.days(thresholds.stableMtbfLowered()) : null,
        Rate.of(thresholds.guardBandwidth(), unit),
        descriptor == null || descriptor.equals(newest) ? null : Moment.of(descriptor));
  }

  private Link authority(Voter voter) {
    Integer relay = voter.relay();
    return relay == null
        ? new Link(name(voter), null)
        : context
            .links()
            .to("relay", context.model().relays().get(relay).fingerprint().hex(), name(voter));
  }
}
