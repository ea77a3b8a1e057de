package cepa.processor.measure;

import cepa.json.Json;
import cepa.json.PackedJson;
import cepa.model.History;
import cepa.model.ModelPart;
import cepa.model.Relay;
import cepa.model.SiteSettings;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Evaluator;
import cepa.model.consensus.RelayEvaluation;
import cepa.processor.Analysis;
import cepa.processor.Components;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.SourceReader;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.kafka.TestBroker;
import cepa.rule.AllowedToUseSystemOut;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What reading votes, consensus, bandwidth files and descriptors takes, and what the analyses of
/// them take. Start it with a directory of whole documents, and optionally a file that is to get
/// the evaluations of all relays, to compare them with others.
@AllowedToUseSystemOut("a measurement prints its figures")
public final class DirectoryMeasurement {

  private static final Instant PUBLISHED = Instant.parse("2026-08-22T15:00:00Z");
  private static final int ROUNDS = 4;

  private DirectoryMeasurement() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    var components = Components.all();
    Map<String, Map<String, Map<String, String>>> sources = sources(directory, Path.of(args[1]));
    Map<Class<?>, Object> given = new HashMap<>();
    try (var broker = new TestBroker(sources.keySet().toArray(new String[0]))) {
      Map<String, SnapshotManifest> manifests = new TreeMap<>();
      sources.forEach((source, documents) ->
          manifests.put(source, broker.publish(source, source + "-1", PUBLISHED, documents)));
      for (int round = 0; round < ROUNDS; round++) {
        for (SourceReader<?> reader : components.readers()) {
          SnapshotManifest manifest = manifests.get(reader.source());
          if (manifest != null) {
            long bytes = bytes(sources.getOrDefault(reader.source(), Map.of()));
            given.put(reader.makes(), read(reader, manifest, broker, bytes));
          }
        }
        run(components, given);
      }
    }
    if (args.length > 2) {
      dump(given, Path.of(args[2]));
    }
  }

  private static Map<String, Map<String, Map<String, String>>> sources(Path directory, Path json)
      throws IOException {
    var documents = new CollectorDocuments(directory);
    Map<String, Map<String, Map<String, String>>> sources = new LinkedHashMap<>();
    sources.put("collector-consensus", documents.consensus());
    sources.put("collector-votes", documents.votes());
    sources.put("collector-bandwidths", documents.bandwidths());
    sources.put("collector-descriptors", documents.descriptors());
    for (String name : List.of("details", "uptime", "bandwidth")) {
      Path file = json.resolve(name + ".json");
      if (Files.exists(file)) {
        Map<String, String> records = new TreeMap<>();
        JsonNode relays = Json.MAPPER.readTree(Files.readAllBytes(file)).get("relays");
        relays.forEach(
            relay -> records.put(relay.get("fingerprint").stringValue(), relay.toString()));
        sources.put("onionoo-" + name, Map.of("document", records));
      }
    }
    return sources;
  }

  private static long bytes(Map<String, Map<String, String>> documents) {
    return documents.values().stream()
        .flatMap(records -> records.values().stream())
        .mapToLong(String::length)
        .sum();
  }

  private static Object read(
      SourceReader<?> reader, SnapshotManifest manifest, TestBroker broker, long bytes) {
    System.gc();
    long before = used();
    long began = System.nanoTime();
    long beganCpu = cpu();
    Object data;
    try (var log = new SnapshotReader(broker.clients())) {
      data = reader.read(manifest, log);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long cpu = cpu() - beganCpu;
    System.gc();
    System.out.println(
        reader.source()
            + ": "
            + bytes / 1_000_000
            + " MB in "
            + Math.round(seconds * 1000)
            + " ms, "
            + Math.round(bytes / seconds / 1e6)
            + " MB/s ("
            + cpu / 1_000_000
            + " ms of this thread), keeps "
            + Math.round((used() - before) / 1e6)
            + " MB");
    return data;
  }

  /// On a busy machine the time of a thread says more than that of the clock.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void run(Components components, Map<Class<?>, Object> given) {
    given.put(History.class, History.empty());
    given.put(SiteSettings.class, new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7));
    given.put(Inputs.class, new Inputs(PUBLISHED, Map.of(), List.of(), "h"));
    List<Analysis<?>> waiting = new ArrayList<>(components.analyses());
    while (!waiting.isEmpty()) {
      for (Analysis<?> analysis : List.copyOf(waiting)) {
        boolean ready =
            waiting.stream().noneMatch(other -> analysis.reads().contains(other.makes()));
        if (ready) {
          long began = cpu();
          Object made = analysis.analyse(new Facts(given, analysis.reads()));
          given.put(analysis.makes(), made);
          waiting.remove(analysis);
          System.out.println(
              analysis.makes().getSimpleName()
                  + ": "
                  + (cpu() - began) / 1_000_000
                  + " ms of this thread"
                  + (made instanceof ModelPart ? size(made) : ""));
        }
      }
    }
  }

  private static String size(Object part) {
    long began = System.nanoTime();
    byte[] packed = PackedJson.pack(part);
    long written = System.nanoTime();
    PackedJson.unpack(packed, part.getClass());
    return ", packed to "
        + packed.length / 1000
        + " kB in "
        + (written - began) / 1_000_000
        + " ms, unpacked in "
        + (System.nanoTime() - written) / 1_000_000
        + " ms";
  }

  private static void dump(Map<Class<?>, Object> given, Path file) throws IOException {
    var facts = new Facts(given, Set.of(Relays.class, ConsensusEvaluations.class));
    List<Relay> relays = facts.get(Relays.class).relays();
    var evaluations = facts.get(ConsensusEvaluations.class);
    Evaluator evaluator = evaluations.evaluator(PUBLISHED);
    Map<String, RelayEvaluation> all = new TreeMap<>();
    for (int i = 0; i < relays.size(); i++) {
      all.put(relays.get(i).fingerprint().hex(), evaluator.evaluate(i, relays.get(i)));
    }
    Map<String, Object> parts = new TreeMap<>();
    given.forEach((type, value) -> {
      if (value instanceof ModelPart && type.getPackageName().endsWith("consensus")) {
        parts.put(type.getSimpleName(), value);
      }
    });
    parts.put("fingerprints", relays.stream().map(Relay::fingerprint).toList());
    parts.put("evaluations", all);
    Files.write(file, Json.bytes(parts));
  }
}
