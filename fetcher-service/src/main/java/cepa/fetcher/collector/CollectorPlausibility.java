package cepa.fetcher.collector;

import cepa.fetcher.Plausibility;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// The network does not halve or triple from one snapshot to the next, and time does not run
/// backwards.
public final class CollectorPlausibility implements Plausibility {

  private static final int MAX_GROWTH = 3;

  private final boolean perDocument;

  private CollectorPlausibility(boolean perDocument) {
    this.perDocument = perDocument;
  }

  /// Compares all relays of the snapshots.
  public static Plausibility ofAllDocuments() {
    return new CollectorPlausibility(false);
  }

  /// Compares relays a document, for sources each of whose documents is about the whole network and
  /// that have now more of them and now fewer.
  public static Plausibility ofTheMeanDocument() {
    return new CollectorPlausibility(true);
  }

  @Override
  public @Nullable String objection(
      SnapshotManifest candidate, @Nullable SnapshotManifest accepted) {
    if (sum(candidate) == 0) {
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
    long now = relays(candidate);
    long before = relays(accepted);
    String what = perDocument ? " relays a document, " : " relays, ";
    if (now * 2 < before) {
      return "it has " + now + what + "fewer than half of " + before;
    }
    if (now > before * MAX_GROWTH && before > 0) {
      return "it has " + now + what + "more than three times " + before;
    }
    return null;
  }

  private long relays(SnapshotManifest snapshot) {
    return perDocument ? sum(snapshot) / snapshot.documents().size() : sum(snapshot);
  }

  private static long sum(SnapshotManifest snapshot) {
    long sum = 0;
    for (DocumentRef document : snapshot.documents()) {
      sum += Long.parseLong(document.envelope().getOrDefault(Records.RELAYS, "0"));
    }
    return sum;
  }
}
