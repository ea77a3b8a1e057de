package cepa.fetcher.aroivalidation;

import cepa.fetcher.Plausibility;
import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// The validator does not lose sight of half the network between two runs, and time does not run
/// backwards. More results than before are no alarm: they are the work of a validator that goes on.
final class AroiPlausibility implements Plausibility {

  @Override
  public @Nullable String objection(
      SnapshotManifest candidate, @Nullable SnapshotManifest accepted) {
    long now = results(candidate);
    if (now <= 0) {
      return "it has no results";
    }
    if (accepted == null) {
      return null;
    }
    if (candidate.published().isBefore(accepted.published())) {
      return "its time "
          + candidate.published()
          + " is before "
          + accepted.published()
          + ", the time of the snapshot in use";
    }
    long before = results(accepted);
    return now * 2 < before ? "it has " + now + " results, fewer than half of " + before : null;
  }

  /// All records but the head.
  private static long results(SnapshotManifest snapshot) {
    return snapshot.records() - 1;
  }
}
