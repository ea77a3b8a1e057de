package cepa.processor.model;

import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Snapshots as data. The last one of each source stays in memory, so a tick of one source reads
/// that source only. Several threads may load, each another source.
public final class SnapshotData implements Snapshots {

  private static final Logger log = LoggerFactory.getLogger(SnapshotData.class);

  private final KafkaClients clients;
  private final Map<String, Loaded> last = new ConcurrentHashMap<>();

  public SnapshotData(KafkaClients clients) {
    this.clients = clients;
  }

  @Override
  public <D> D load(SourceReader<D> reader, SnapshotManifest snapshot) {
    Loaded known = last.get(reader.source());
    if (known != null && known.snapshot().equals(snapshot.id())) {
      return reader.makes().cast(known.data());
    }
    // The old one must not lie beside the new one in memory.
    last.remove(reader.source());
    long began = System.nanoTime();
    D data;
    try (var _ = MDC.putCloseable("source", snapshot.source());
        var _ = MDC.putCloseable("snapshot", snapshot.id());
        var records = new SnapshotReader(clients)) {
      data = reader.read(snapshot, records);
    }
    last.put(reader.source(), new Loaded(snapshot.id(), data));
    log.info(
        "Snapshot {}: {} records read in {} ms",
        snapshot.id(),
        snapshot.records(),
        (System.nanoTime() - began) / 1_000_000);
    return data;
  }

  private record Loaded(String snapshot, Object data) {}
}
