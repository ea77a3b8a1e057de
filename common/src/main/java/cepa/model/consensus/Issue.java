package cepa.model.consensus;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something wrong with a relay. Which components an issue has, and in which unit, says its
/// [IssueKind].
///
/// @param voters indexes into [ConsensusEvaluations#voters]
/// @param text as upstream sent it, hostile
public record Issue(
    IssueKind kind,
    @Nullable Integer count,
    @Nullable Integer of,
    @Nullable Double value,
    @Nullable Double limit,
    @Nullable Instant at,
    List<Integer> voters,
    @Nullable String text) {

  public Issue {
    voters = List.copyOf(voters);
  }

  /// Without parameters.
  public static Issue of(IssueKind kind) {
    return new Issue(kind, null, null, null, null, null, List.of(), null);
  }

  /// A value beyond its limit.
  public static Issue of(IssueKind kind, double value, double limit) {
    return new Issue(kind, null, null, value, limit, null, List.of(), null);
  }

  /// A count of so many.
  public static Issue of(IssueKind kind, int count, int of, int limit, List<Integer> voters) {
    return new Issue(kind, count, of, null, (double) limit, null, voters, null);
  }

  /// Something at a time.
  public static Issue of(IssueKind kind, @Nullable Instant at, @Nullable Double value) {
    return new Issue(kind, null, null, value, null, at, List.of(), null);
  }
}
