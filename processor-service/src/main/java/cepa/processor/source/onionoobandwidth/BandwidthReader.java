package cepa.processor.source.onionoobandwidth;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.processor.SourceReader;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reads the graphs and overload reports of a bandwidth snapshot, one relay at a time, and keeps
/// the graphs packed.
@Component
public final class BandwidthReader implements SourceReader<BandwidthData> {

  public static final String SOURCE = "onionoo-bandwidth";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<BandwidthData> makes() {
    return BandwidthData.class;
  }

  /// Relays report up to 18 hours late anyway, so a day of standstill changes little.
  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(24), Duration.ofHours(72));
  }

  @Override
  public BandwidthData read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    log.read(snapshot, collector);
    return collector.finish();
  }

  @Override
  public SeriesArchive series(BandwidthData data) {
    return data.series();
  }

  /// Takes records in any order; of several of one relay the last counts.
  static final class Collector implements SnapshotReader.Handler {
    private final Map<Fingerprint, RelayBandwidth> relays = new HashMap<>();
    private final SeriesArchive.Writer archive = new SeriesArchive.Writer();
    private final BandwidthRecord record = new BandwidthRecord();
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
      relays.put(relay, record.bandwidth());
      archive.add(relay, record.graphs());
    }

    BandwidthData finish() {
      return new BandwidthData(relays, archive.finish(), rejected);
    }
  }
}
