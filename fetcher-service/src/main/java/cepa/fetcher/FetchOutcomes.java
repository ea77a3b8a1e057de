package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import org.jspecify.annotations.Nullable;

/// What outcomes look like in a status.
final class FetchOutcomes {

  private FetchOutcomes() {}

  /// A snapshot that waits for a decision is told as such also when it is no longer new.
  static SourceStatus.Outcome word(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Published _ -> SourceStatus.Outcome.PUBLISHED;
      case FetchOutcome.Quarantined _ -> SourceStatus.Outcome.QUARANTINED;
      case FetchOutcome.Unchanged unchanged ->
          unchanged.quarantine() == null
              ? SourceStatus.Outcome.UNCHANGED
              : SourceStatus.Outcome.QUARANTINED;
      case FetchOutcome.Failed _ -> SourceStatus.Outcome.FAILED;
    };
  }

  static @Nullable String reason(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Published _ -> null;
      case FetchOutcome.Quarantined quarantined -> quarantined.reason();
      case FetchOutcome.Unchanged unchanged -> unchanged.quarantine();
      case FetchOutcome.Failed failed -> failed.reason();
    };
  }

  /// The snapshot an outcome is about, else `otherwise`.
  static @Nullable SnapshotManifest snapshot(
      FetchOutcome outcome, @Nullable SnapshotManifest otherwise) {
    return switch (outcome) {
      case FetchOutcome.Published published -> published.snapshot();
      case FetchOutcome.Quarantined quarantined -> quarantined.snapshot();
      case FetchOutcome.Unchanged unchanged -> unchanged.snapshot();
      case FetchOutcome.Failed _ -> otherwise;
    };
  }
}
