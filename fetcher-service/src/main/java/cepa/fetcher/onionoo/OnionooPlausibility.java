package cepa.fetcher.onionoo;

import cepa.fetcher.Plausibility;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// The network does not halve or triple between two snapshots, and time does not run backwards.
public final class OnionooPlausibility implements Plausibility {

  private static final int MAX_GROWTH = 3;

  @Override
  public @Nullable String objection(
      SnapshotManifest candidate, @Nullable SnapshotManifest accepted) {
    long now = candidate.records();
    if (now == 0) {
      return "it has no relays";
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
    long before = accepted.records();
    if (now * 2 < before) {
      return "it has " + now + " relays, fewer than half of " + before;
    }
    if (now > before * MAX_GROWTH) {
      return "it has " + now + " relays, more than three times " + before;
    }
    return running(candidate, accepted);
  }

  private static @Nullable String running(SnapshotManifest candidate, SnapshotManifest accepted) {
    Long now = running(candidate);
    Long before = running(accepted);
    // Compared as shares, so that a wave of new relays that do not run yet is no alarm by itself.
    if (now == null || before == null || before == 0) {
      return null;
    }
    double shareNow = (double) now / candidate.records();
    double shareBefore = (double) before / accepted.records();
    return shareNow * 2 < shareBefore
        ? now
            + " of its "
            + candidate.records()
            + " relays run, before "
            + before
            + " of "
            + accepted.records()
        : null;
  }

  private static @Nullable Long running(SnapshotManifest snapshot) {
    for (DocumentRef document : snapshot.documents()) {
      String running = document.envelope().get(OnionooEnvelope.RUNNING);
      if (running != null) {
        return Long.valueOf(running);
      }
    }
    return null;
  }
}
