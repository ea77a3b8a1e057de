package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How an attempt ended.
public sealed interface FetchOutcome {

  /// A new snapshot is on the log and in use.
  record Published(SnapshotManifest snapshot) implements FetchOutcome {}

  /// A new snapshot is on the log but absurd: it is not used until someone accepts it.
  record Quarantined(SnapshotManifest snapshot, String reason) implements FetchOutcome {}

  /// Upstream still has this snapshot.
  ///
  /// @param snapshot what upstream has; on the log, whole
  /// @param quarantine why it waits for a decision; null if it does not
  record Unchanged(SnapshotManifest snapshot, @Nullable String quarantine)
      implements FetchOutcome {}

  /// Nothing usable arrived; what was in use stays in use.
  ///
  /// @param reason what went wrong, where, and what to do, for a reader
  /// @param retryAfter how long upstream asked to be left alone; null if it did not
  record Failed(String reason, @Nullable Duration retryAfter) implements FetchOutcome {}
}
