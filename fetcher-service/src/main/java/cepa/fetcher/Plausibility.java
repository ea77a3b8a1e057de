package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// Tells a snapshot that may be used at once from one that someone must look at first.
@FunctionalInterface
public interface Plausibility {

  /// @param candidate the new snapshot; its documents have envelopes and counts, not yet ranges
  /// @param accepted the one in use, from the same endpoint; null if there is none
  /// @return what is absurd, for a reader; null if nothing is
  @Nullable String objection(SnapshotManifest candidate, @Nullable SnapshotManifest accepted);
}
