package cepa.processor.build;

import cepa.processor.SourceReader;
import cepa.processor.model.Snapshots;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotDamagedException;
import cepa.topic.kafka.SnapshotExpiredException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Snapshots without a log.
public final class TestSnapshots implements Snapshots {

  private final Map<String, Object> data = new HashMap<>();
  private final Set<String> damaged = new HashSet<>();
  private final Set<String> expired = new HashSet<>();
  private final List<String> loads = new ArrayList<>();

  /// @return the manifest of a snapshot that holds this
  public SnapshotManifest add(String source, String id, Instant published, Object content) {
    data.put(id, content);
    return new SnapshotManifest(
        id,
        source,
        "http://localhost/" + source,
        published,
        published.plusSeconds(60),
        null,
        null,
        List.of(
            new DocumentRef(
                source, "00", 1, 1, Map.of(), List.of(new OffsetRange(0, 0, 1, 1, "00")))));
  }

  public void damage(String id) {
    damaged.add(id);
  }

  public void expire(String id) {
    expired.add(id);
  }

  /// Ids of the snapshots asked for, in order.
  public List<String> loads() {
    return loads;
  }

  @Override
  public <D> D load(SourceReader<D> reader, SnapshotManifest snapshot) {
    String id = snapshot.id();
    loads.add(id);
    if (damaged.contains(id)) {
      DocumentRef document = snapshot.documents().getFirst();
      throw new SnapshotDamagedException(
          id, document.name(), document.ranges().getFirst(), "0 records");
    }
    if (expired.contains(id)) {
      throw new SnapshotExpiredException(id);
    }
    D found = reader.makes().cast(data.get(id));
    if (found == null) {
      throw new AssertionError("no snapshot " + id);
    }
    return found;
  }
}
