package cepa.fetcher;

import cepa.topic.SnapshotLedger.Entry;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the log says about a source.
///
/// @param snapshots all its snapshots, in order of first publication
/// @param accepted those in use, in the order in which they came into use
/// @param current the one the site uses; null if none
/// @param oldestRecord by snapshot id, when the log took the oldest of its records
/// @param status what was last reported; null if nothing was
public record SourceState(
    List<Entry> snapshots,
    List<Entry> accepted,
    @Nullable SnapshotManifest current,
    Map<String, Instant> oldestRecord,
    @Nullable SourceStatus status) {

  public SourceState {
    snapshots = List.copyOf(snapshots);
    accepted = List.copyOf(accepted);
    oldestRecord = Map.copyOf(oldestRecord);
  }

  /// The newest snapshot of an endpoint, whatever its standing; null if there is none.
  @Nullable SnapshotManifest newest(String endpoint) {
    return last(snapshots, endpoint);
  }

  /// The snapshot of an endpoint that came into use last; null if there is none.
  @Nullable SnapshotManifest accepted(String endpoint) {
    return last(accepted, endpoint);
  }

  /// What upstream may have gone back to: its newest snapshot and the one in use.
  List<SnapshotManifest> latest(String endpoint) {
    return Stream.of(newest(endpoint), accepted(endpoint))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// Why a snapshot waits for a decision; null if it does not.
  @Nullable String waitingFor(SnapshotManifest snapshot) {
    return snapshots.stream()
        .filter(e -> e.manifest().id().equals(snapshot.id()) && isWaiting(e))
        .findFirst()
        .map(e -> e.manifest().quarantine())
        .orElse(null);
  }

  /// The snapshots of an endpoint that wait for a decision and are newer than the last one in use,
  /// newest first.
  List<SnapshotManifest> waiting(String endpoint) {
    List<SnapshotManifest> waiting = new ArrayList<>();
    for (Entry entry : snapshots) {
      if (!entry.manifest().endpoint().equals(endpoint)) {
        continue;
      }
      if (isWaiting(entry)) {
        waiting.add(entry.manifest());
      } else if (entry.rejected() == null) {
        waiting.clear();
      }
    }
    Collections.reverse(waiting);
    return waiting;
  }

  private static boolean isWaiting(Entry entry) {
    return entry.accepted() == null && entry.rejected() == null;
  }

  private static @Nullable SnapshotManifest last(List<Entry> entries, String endpoint) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).manifest().endpoint().equals(endpoint)) {
        return entries.get(i).manifest();
      }
    }
    return null;
  }
}
