package cepa.fetcher;

import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A source's log in memory: what several fetchers of a test share.
final class MemoryLog implements SourceLog {

  private final String source;
  private final List<SnapshotEvent> events = new CopyOnWriteArrayList<>();
  private final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();
  private volatile @Nullable RuntimeException trouble;
  private boolean empty;

  MemoryLog(String source) {
    this.source = source;
  }

  /// From now on every use fails like this; null ends the trouble.
  void inTrouble(@Nullable RuntimeException with) {
    trouble = with;
  }

  /// The records are gone, the manifests are not.
  void losesRecords() {
    empty = true;
  }

  void decides(SnapshotEvent event) {
    events.add(event);
  }

  List<SnapshotEvent> events() {
    return events;
  }

  List<SnapshotManifest> manifests() {
    return events.stream()
        .filter(SnapshotEvent.Published.class::isInstance)
        .map(e -> ((SnapshotEvent.Published) e).manifest())
        .toList();
  }

  List<SourceStatus> statuses() {
    return statuses;
  }

  @Override
  public SourceState refresh() {
    check();
    SnapshotLedger ledger = new SnapshotLedger();
    for (int i = 0; i < events.size(); i++) {
      ledger.fold(i, events.get(i));
    }
    return new SourceState(
        ledger.entries(),
        ledger.accepted(source, SnapshotLedger.NOW),
        ledger.newest(source, SnapshotLedger.NOW).orElse(null),
        Map.of(),
        statuses.isEmpty() ? null : statuses.getLast());
  }

  @Override
  public boolean holds(SnapshotManifest snapshot) {
    check();
    return !empty;
  }

  @Override
  public SnapshotManifest publish(SnapshotManifest draft, Map<String, SplitDocument> fresh) {
    check();
    empty = false;
    List<DocumentRef> documents = new ArrayList<>();
    for (DocumentRef d : draft.documents()) {
      documents.add(
          new DocumentRef(
              d.name(),
              d.sha256(),
              d.bytes(),
              d.records(),
              d.envelope(),
              List.of(new OffsetRange(0, 0, d.records(), d.records(), d.sha256()))));
    }
    var manifest =
        new SnapshotManifest(
            draft.id(),
            draft.source(),
            draft.endpoint(),
            draft.published(),
            draft.fetched(),
            draft.validators(),
            draft.quarantine(),
            documents);
    events.add(new SnapshotEvent.Published(manifest));
    return manifest;
  }

  @Override
  public SnapshotManifest republish(SnapshotManifest snapshot) {
    check();
    events.add(new SnapshotEvent.Published(snapshot));
    return snapshot;
  }

  @Override
  public void accept(SnapshotManifest snapshot, String reason, Instant at) {
    check();
    events.add(new SnapshotEvent.Accepted(source, snapshot.id(), reason, at));
  }

  @Override
  public void report(SourceStatus status) {
    check();
    statuses.add(status);
  }

  @Override
  public void close() {}

  private void check() {
    if (trouble != null) {
      throw trouble;
    }
  }
}
