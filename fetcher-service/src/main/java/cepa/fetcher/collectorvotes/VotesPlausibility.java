package cepa.fetcher.collectorvotes;

import cepa.fetcher.Plausibility;
import cepa.fetcher.collector.CollectorPlausibility;
import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// Votes of fewer than a majority decide nothing, and most authorities do not fall silent at once:
/// it is rather that CollecTor has not got their votes yet.
final class VotesPlausibility implements Plausibility {

  private final Plausibility each = CollectorPlausibility.ofTheMeanDocument();

  @Override
  public @Nullable String objection(
      SnapshotManifest candidate, @Nullable SnapshotManifest accepted) {
    if (accepted != null) {
      int now = candidate.documents().size();
      int before = accepted.documents().size();
      if (now * 2 <= before) {
        return "it has the votes of " + now + " authorities, no majority of " + before;
      }
    }
    return each.objection(candidate, accepted);
  }
}
