package cepa.processor.measure;

import cepa.artefact.ModelDescriptor;
import cepa.artefact.ModelStore;
import cepa.digest.Sha256;
import cepa.json.Json;
import cepa.model.SiteSettings;
import cepa.processor.Components;
import cepa.processor.SourceReader;
import cepa.processor.history.HistoryStore;
import cepa.processor.kafka.TestBroker;
import cepa.processor.model.HistoryChain;
import cepa.processor.model.InputSelection;
import cepa.processor.model.ModelBuilder;
import cepa.processor.model.SnapshotData;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.rule.AllowedToUseSystemOut;
import cepa.store.ObjectStore;
import cepa.store.directory.DirectoryStore;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How long it takes from snapshots on the log to a model in the store, and what it needs. Start it
/// with a directory that holds whole `details.json` and `uptime.json` documents.
@AllowedToUseSystemOut("a measurement prints its figures")
public final class ModelMeasurement {

  private static final Instant PUBLISHED = Instant.parse("2026-01-15T12:00:00Z");
  private static final int ROUNDS = 5;

  private ModelMeasurement() {}

  public static void main(String[] args) throws IOException {
    Path documents = Path.of(args[0]);
    Path store = Files.createTempDirectory("measurement");
    try (var broker = new TestBroker(DetailsReader.SOURCE, UptimeReader.SOURCE);
        var objects = new DirectoryStore(store)) {
      var ledger = new SnapshotLedger();
      publish(broker, ledger, DetailsReader.SOURCE, documents.resolve("details.json"), 0);
      publish(broker, ledger, UptimeReader.SOURCE, documents.resolve("uptime.json"), 1);
      for (int round = 0; round < ROUNDS; round++) {
        round(broker, objects, ledger, round);
      }
    }
  }

  private static void publish(
      TestBroker broker, SnapshotLedger ledger, String source, Path document, long offset)
      throws IOException {
    Map<String, String> records = new TreeMap<>();
    JsonNode relays = Json.MAPPER.readTree(Files.readAllBytes(document)).get("relays");
    for (JsonNode relay : relays) {
      records.put(relay.get("fingerprint").stringValue(), relay.toString());
    }
    SnapshotManifest manifest =
        broker.publish(source, source + "-1", PUBLISHED, Map.of("document", records));
    ledger.fold(offset, new SnapshotEvent.Published(manifest));
  }

  /// Each round is another code version, so that nothing is there already.
  private static void round(
      TestBroker broker, ObjectStore objects, SnapshotLedger ledger, int round) {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    List<SourceReader<?>> readers = Components.all().readers();
    var data = new SnapshotData(broker.clients());
    var details = new DetailsReader();
    var models = new ModelStore(objects);
    var histories = new HistoryStore(objects);
    objects.list(HistoryStore.PREFIX, object -> objects.delete(List.of(object.key())));
    long began = System.nanoTime();
    var chosen =
        new InputSelection(readers, Set.of(), DetailsReader.SOURCE)
            .at(ledger, SnapshotLedger.NOW, Set.of())
            .orElseThrow();
    var history =
        new HistoryChain(histories, snapshot -> data.load(details, snapshot))
            .at(ledger, SnapshotLedger.NOW);
    long folded = System.nanoTime();
    String id =
        new ModelBuilder(
                readers,
                Components.all().analyses(),
                data,
                models,
                new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7),
                Sha256.hex(List.of("round " + round)),
                new SimpleMeterRegistry())
            .build(chosen, history);
    long stored = System.nanoTime();
    long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    var loaded = models.load(id);
    long read = System.nanoTime();
    System.out.println(
        "details + fold + history stored %d ms, uptime + join + model stored %d ms, together %d ms; loaded in %d ms; peak heap %d MB; %d relays; history %d KB; %s"
            .formatted(
                millis(folded - began),
                millis(stored - folded),
                millis(stored - began),
                millis(read - stored),
                peak >> 20,
                loaded.model().relays().size(),
                objects
                        .head(HistoryStore.key(history.snapshot(), history.id()))
                        .orElseThrow()
                        .size()
                    >> 10,
                sizes(objects, models.descriptor(id))));
  }

  private static String sizes(ObjectStore objects, ModelDescriptor descriptor) {
    Map<String, String> sizes = new TreeMap<>();
    descriptor
        .parts()
        .forEach((name, digest) ->
            sizes.put(
                name,
                (objects.head(ModelStore.partKey(digest)).orElseThrow().size() >> 10) + " KB"));
    return sizes.toString();
  }

  private static java.util.stream.Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
