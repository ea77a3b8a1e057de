package cepa.processor.analysis.diagnostics;

import cepa.model.Relay;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.model.consensus.Reachability;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RouterVote;
import java.util.List;
import java.util.Objects;

/// Issues 1 to 4 and 16 to 22. A count below its limit is told only if votes that could not be had
/// would not make up for it (D-C4).
final class VoteIssues {

  /// A relay fewer scanners measured has no measured weight in the consensus.
  private static final int LEAST_MEASUREMENTS = 3;

  private final int voters;
  private final int majority;
  private final int missing;

  VoteIssues(ConsensusEvaluations evaluations) {
    voters = evaluations.voters().size();
    majority = evaluations.majority();
    missing = voters - evaluations.counted();
  }

  void membershipAndReach(RelayEvaluation evaluation, List<Issue> issues) {
    if (Boolean.FALSE.equals(evaluation.inConsensus())) {
      int votes =
          (int)
              evaluation.votes().stream()
                  .filter(vote -> vote.has("Running") && vote.has("Valid"))
                  .count();
      issues.add(Issue.of(IssueKind.NOT_IN_CONSENSUS, votes, voters, majority, List.of()));
    }
    Reachability reachability = evaluation.reachability();
    if (reachability != null) {
      ipv4(reachability, issues);
      ipv6(reachability, issues);
    }
  }

  private void ipv4(Reachability reachability, List<Issue> issues) {
    int reached = reachability.ipv4().size();
    if (reachability.ipv4Unreachable().isEmpty()) {
      return;
    }
    IssueKind kind =
        reached + missing < majority ? IssueKind.IPV4_UNREACHABLE : IssueKind.IPV4_PARTLY_REACHABLE;
    issues.add(Issue.of(kind, reached, voters, majority, reachability.ipv4Unreachable()));
  }

  /// Tested and never reached: the relay declares an address, so this is not for want of one
  /// (D-C11).
  private static void ipv6(Reachability reachability, List<Issue> issues) {
    int tested = reachability.ipv6Tested();
    if (tested > 0 && reachability.ipv6().isEmpty()) {
      issues.add(
          Issue.of(
              IssueKind.IPV6_UNREACHABLE,
              0,
              tested,
              tested / 2 + 1,
              reachability.ipv6Unreachable()));
    }
  }

  void measurementsAndFlags(Relay relay, RelayEvaluation evaluation, List<Issue> issues) {
    BandwidthMeasurements bandwidth = evaluation.bandwidth();
    if (bandwidth != null) {
      measurements(bandwidth, issues);
    }
    List<Integer> stale =
        evaluation.votes().stream()
            .filter(vote -> vote.has("StaleDesc"))
            .map(RouterVote::voter)
            .toList();
    if (!stale.isEmpty()) {
      issues.add(Issue.of(IssueKind.STALE_DESCRIPTOR, stale.size(), voters, majority, stale));
    }
    if (relay.has("BadExit")) {
      issues.add(Issue.of(IssueKind.BAD_EXIT));
    }
    if (relay.has("MiddleOnly")) {
      issues.add(Issue.of(IssueKind.MIDDLE_ONLY));
    }
    String version = relay.software().version();
    if (Boolean.FALSE.equals(relay.software().recommended()) && version != null) {
      issues.add(
          new Issue(
              IssueKind.VERSION_NOT_RECOMMENDED, null, null, null, null, null, List.of(), version));
    }
  }

  private static void measurements(BandwidthMeasurements bandwidth, List<Issue> issues) {
    if (bandwidth.deviates()) {
      issues.add(
          Issue.of(
              IssueKind.BANDWIDTH_DEVIATION,
              Objects.requireNonNull(bandwidth.deviation()),
              0.5 * Objects.requireNonNull(bandwidth.median())));
    }
    int measured = bandwidth.measured();
    boolean hardly = measured < LEAST_MEASUREMENTS;
    if (bandwidth.scanners() > 0 && (hardly || measured < bandwidth.majority())) {
      issues.add(
          Issue.of(
              hardly ? IssueKind.BANDWIDTH_HARDLY_MEASURED : IssueKind.BANDWIDTH_BELOW_MAJORITY,
              measured,
              bandwidth.scanners(),
              hardly ? LEAST_MEASUREMENTS : bandwidth.majority(),
              bandwidth.notMeasuredBy()));
    }
  }
}
