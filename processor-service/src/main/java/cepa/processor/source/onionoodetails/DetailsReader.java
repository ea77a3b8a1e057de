package cepa.processor.source.onionoodetails;

import cepa.processor.JsonFields;
import cepa.processor.SourceReader;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the relays of a details snapshot.
@Component
public final class DetailsReader implements SourceReader<Details> {

  public static final String SOURCE = "onionoo-details";

  /// Members of a document's envelope in which the fetcher counts what it did not publish.
  private static final List<String> PASSED_OVER = List.of("relays_rejected", "relays_duplicated");

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<Details> makes() {
    return Details.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(6), Duration.ofHours(24));
  }

  @Override
  public Details read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    log.read(snapshot, collector);
    int rejectedBefore = 0;
    for (DocumentRef document : snapshot.documents()) {
      for (String counter : PASSED_OVER) {
        rejectedBefore += count(document.envelope().get(counter));
      }
    }
    return new Details(
        snapshot.id(),
        snapshot.published(),
        collector.relays.values().stream().toList(),
        rejectedBefore + collector.rejected);
  }

  private static int count(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// Takes records in any order and gives relays in order of their fingerprint.
  private static final class Collector implements SnapshotReader.Handler {
    private final TreeMap<String, RelayDetails> relays = new TreeMap<>();
    private final Interning interning = new Interning();
    private int rejected;

    @Override
    public void handle(DocumentRef document, String key, byte[] value) {
      JsonFields fields = JsonFields.parse(value);
      RelayDetails relay = fields == null ? null : RelayDetails.from(fields, interning);
      if (relay == null || relays.putIfAbsent(relay.fingerprint().hex(), relay) != null) {
        rejected++;
      }
    }
  }
}
