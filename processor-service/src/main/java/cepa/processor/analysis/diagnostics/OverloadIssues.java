package cepa.processor.analysis.diagnostics;

import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.model.reliability.Overloads;
import cepa.model.reliability.Overloads.Limits;
import cepa.model.reliability.Overloads.Overload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Issues 23 to 28.
final class OverloadIssues {

  private static final Duration RECENT = Duration.ofDays(7);

  private OverloadIssues() {}

  static void of(@Nullable Overload overload, Instant asOf, List<Issue> issues) {
    if (overload == null) {
      return;
    }
    general(overload, asOf, issues);
    Overloads.Descriptors descriptors = overload.descriptors();
    if (descriptors != null && stands(descriptors.at(), asOf)) {
      issues.add(Issue.of(IssueKind.FILE_DESCRIPTORS_EXHAUSTED, descriptors.at(), null));
    }
    if (overload.limits() != null) {
      limits(overload.limits(), issues);
    }
  }

  private static void general(Overload overload, Instant asOf, List<Issue> issues) {
    Instant at = overload.general();
    if (at == null) {
      return;
    }
    Duration age = Duration.between(at, asOf);
    if (overload.generalStands()) {
      issues.add(Issue.of(IssueKind.OVERLOADED, at, null));
    } else if (age.compareTo(RECENT) < 0) {
      issues.add(Issue.of(IssueKind.OVERLOADED_RECENTLY, at, (double) age.toDays()));
    }
  }

  /// An old report says nothing of today (proposal 328); one without a time may be of today.
  private static boolean stands(@Nullable Instant at, Instant asOf) {
    return at == null || Duration.between(at, asOf).compareTo(Overloads.CURRENT) < 0;
  }

  private static void limits(Limits limits, List<Issue> issues) {
    hits(IssueKind.WRITE_LIMIT_HIT, limits.writes(), limits, issues);
    hits(IssueKind.READ_LIMIT_HIT, limits.reads(), limits, issues);
    Long rate = limits.rate();
    if (limits.hit() && rate != null && rate > 0) {
      Long burst = limits.burst();
      issues.add(
          new Issue(
              IssueKind.RATE_LIMIT_CONFIGURED,
              null,
              null,
              (double) rate,
              burst == null ? null : Double.valueOf((double) burst),
              null,
              List.of(),
              null));
    }
  }

  private static void hits(IssueKind kind, @Nullable Long hits, Limits limits, List<Issue> issues) {
    if (hits == null || hits <= 0) {
      return;
    }
    Long rate = limits.rate();
    issues.add(
        new Issue(
            kind,
            (int) Math.min(hits, Integer.MAX_VALUE),
            null,
            null,
            rate == null ? null : Double.valueOf((double) rate),
            limits.at(),
            List.of(),
            null));
  }
}
