package cepa.processor.source.onionoouptime;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.processor.SourceReader;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reads the graphs of an uptime snapshot, one relay at a time, and keeps them packed. Of the
/// graphs of flags, most of the document, only the shares of time are kept.
@Component
public final class UptimeReader implements SourceReader<UptimeData> {

  public static final String SOURCE = "onionoo-uptime";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<UptimeData> makes() {
    return UptimeData.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(12), Duration.ofHours(72));
  }

  @Override
  public UptimeData read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    log.read(snapshot, collector);
    return collector.finish();
  }

  @Override
  public SeriesArchive series(UptimeData data) {
    return data.series();
  }

  /// Takes records in any order; of several of one relay the last counts.
  static final class Collector implements SnapshotReader.Handler {
    private final Map<Fingerprint, Relay.Uptime> relays = new HashMap<>();
    private final Map<Fingerprint, UptimeDetail> details = new HashMap<>();
    private final SeriesArchive.Writer archive = new SeriesArchive.Writer();
    private final UptimeRecord record = new UptimeRecord();
    private int rejected;

    @Override
    public void handle(DocumentRef document, String key, byte[] value) {
      add(key, value);
    }

    void add(String key, byte[] value) {
      Fingerprint relay = Fingerprint.parse(key);
      if (relay == null) {
        rejected++;
        return;
      }
      rejected += record.read(value) ? 0 : 1;
      relays.put(relay, record.uptime());
      details.put(relay, record.detail());
      archive.add(relay, record.graphs());
    }

    UptimeData finish() {
      return new UptimeData(relays, details, archive.finish(), rejected);
    }
  }
}
