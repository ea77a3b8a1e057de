package cepa.processor.analysis.diagnostics;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagCounts;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RelayValues;
import cepa.model.consensus.ThresholdSummary;
import cepa.model.consensus.ValueStatistics;
import cepa.model.consensus.Voter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Issues 5 to 15: why a relay lacks Guard, Stable or HSDir. Which flags it has, its details say.
final class FlagIssues {

  private final ThresholdSummary thresholds;
  private final int voters;
  private final int majority;
  private final int missing;
  private final double guardBandwidth;

  FlagIssues(ConsensusEvaluations evaluations) {
    thresholds = evaluations.thresholds();
    voters = evaluations.voters().size();
    majority = evaluations.majority();
    missing = voters - evaluations.counted();
    guardBandwidth = guardBandwidth(evaluations);
  }

  /// Bytes/s that would do at a majority of the authorities, by the guarantee or by belonging to
  /// the top quarter (D-C5, D-C8).
  private static double guardBandwidth(ConsensusEvaluations evaluations) {
    long[] sufficient =
        evaluations.voters().stream()
            .map(Voter::thresholds)
            .mapToLong(FlagThresholds::guardBandwidth)
            .sorted()
            .toArray();
    return sufficient.length == 0
        ? FlagThresholds.GUARD_GUARANTEE
        : sufficient[Math.min(evaluations.majority(), sufficient.length) - 1];
  }

  void of(Relay relay, RelayEvaluation evaluation, List<Issue> issues) {
    RelayValues values = evaluation.values();
    if (values == null) {
      return;
    }
    if (!relay.has("Guard")) {
      guard(relay, values, issues);
    }
    if (!relay.has("Stable") && values.timeKnown() != null) {
      stable(evaluation.flags().get(JudgedFlag.STABLE), values, issues);
    }
    if (!relay.has("HSDir")) {
      hsdir(relay, values, issues);
    }
  }

  private void guard(Relay relay, RelayValues values, List<Issue> issues) {
    lacks(relay, "Fast", IssueKind.GUARD_NEEDS_FAST, issues);
    lacks(relay, "Stable", IssueKind.GUARD_NEEDS_STABLE, issues);
    long observed = relay.bandwidth().observedOrZero();
    if (observed > 0 && observed < guardBandwidth) {
      issues.add(Issue.of(IssueKind.GUARD_BANDWIDTH, (double) observed, guardBandwidth));
    }
    below(values.wfu(), thresholds.guardWfu(), IssueKind.GUARD_WFU, issues);
    below(
        values.timeKnown(),
        (double) thresholds.guardTimeKnown(),
        IssueKind.GUARD_TIME_KNOWN,
        issues);
  }

  private void stable(@Nullable FlagCounts counts, RelayValues values, List<Issue> issues) {
    int eligible = counts == null ? 0 : counts.eligible();
    int open = missing + (counts == null ? 0 : counts.unknown());
    if (eligible + open < majority) {
      issues.add(
          new Issue(
              IssueKind.STABLE_NOT_ELIGIBLE,
              eligible,
              voters,
              values.mtbf() == null ? null : Double.valueOf(values.mtbf().primary()),
              (double) majority,
              null,
              List.of(),
              null));
    }
  }

  private void hsdir(Relay relay, RelayValues values, List<Issue> issues) {
    lacks(relay, "Fast", IssueKind.HSDIR_NEEDS_FAST, issues);
    lacks(relay, "Stable", IssueKind.HSDIR_NEEDS_STABLE, issues);
    lacks(relay, "V2Dir", IssueKind.HSDIR_NEEDS_V2DIR, issues);
    below(values.wfu(), thresholds.hsdirWfu(), IssueKind.HSDIR_WFU, issues);
    below(
        values.timeKnown(),
        (double) thresholds.hsdirTimeKnown(),
        IssueKind.HSDIR_TIME_KNOWN,
        issues);
  }

  private static void lacks(Relay relay, String flag, IssueKind kind, List<Issue> issues) {
    if (!relay.has(flag)) {
      issues.add(Issue.of(kind));
    }
  }

  private static void below(
      @Nullable ValueStatistics values, double threshold, IssueKind kind, List<Issue> issues) {
    if (values != null && values.primary() < threshold) {
      issues.add(Issue.of(kind, values.primary(), threshold));
    }
  }
}
