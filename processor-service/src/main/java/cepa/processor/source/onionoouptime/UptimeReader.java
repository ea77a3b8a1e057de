package cepa.processor.source.onionoouptime;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.Series;
import cepa.processor.GraphParser;
import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the graphs of an uptime snapshot, one relay at a time, and keeps them packed.
@Component
public final class UptimeReader implements SourceReader<UptimeData> {

  public static final String SOURCE = "onionoo-uptime";

  private static final List<String> PERIODS = List.of("1_month", "6_months", "1_year", "5_years");

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
    Map<Fingerprint, Relay.Uptime> relays = new TreeMap<>();
    var archive = new SeriesArchive.Writer();
    log.read(
        snapshot,
        (document, key, value) -> {
          Fingerprint relay = Fingerprint.parse(key);
          if (relay != null) {
            Map<String, Series> graphs = GraphParser.parse(value, "uptime");
            relays.put(relay, averages(graphs));
            archive.add(relay, List.copyOf(graphs.values()));
          }
        });
    return new UptimeData(relays, archive.finish());
  }

  @Override
  public SeriesArchive series(UptimeData data) {
    return data.series();
  }

  private static Relay.Uptime averages(Map<String, Series> graphs) {
    List<@Nullable Double> shares = new ArrayList<>();
    for (String period : PERIODS) {
      Series graph = graphs.get("uptime/" + period);
      shares.add(graph == null ? null : UptimeAverage.of(graph));
    }
    return new Relay.Uptime(shares.get(0), shares.get(1), shares.get(2), shares.get(3));
  }
}
