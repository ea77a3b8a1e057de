package cepa.processor.measure;

import cepa.json.Json;
import cepa.processor.SourceReader;
import cepa.processor.kafka.TestBroker;
import cepa.processor.source.onionoobandwidth.BandwidthReader;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.rule.AllowedToUseSystemOut;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// How fast the readers of history graphs are, beside what the JSON library alone needs for the
/// same records, and what they keep. Start it with a directory that holds whole `uptime.json` and
/// `bandwidth.json` documents. Times are CPU time of the reading thread, the best of some rounds.
@AllowedToUseSystemOut("a measurement prints its figures")
public final class ParserMeasurement {

  private static final Instant PUBLISHED = Instant.parse("2026-01-15T12:00:00Z");
  private static final int ROUNDS = 8;

  private ParserMeasurement() {}

  public static void main(String[] args) throws IOException {
    Path documents = Path.of(args[0]);
    try (var broker = new TestBroker(UptimeReader.SOURCE, BandwidthReader.SOURCE)) {
      measure(broker, new UptimeReader(), documents.resolve("uptime.json"));
      measure(broker, new BandwidthReader(), documents.resolve("bandwidth.json"));
    }
  }

  private static void measure(TestBroker broker, SourceReader<?> reader, Path document)
      throws IOException {
    SnapshotManifest snapshot = publish(broker, reader.source(), document);
    List<byte[]> records = new ArrayList<>();
    try (var log = new SnapshotReader(broker.clients())) {
      log.read(snapshot, (_, _, value) -> records.add(value));
      long bytes = records.stream().mapToLong(record -> record.length).sum();
      System.out.println(
          "%s: %d records, %d bytes".formatted(reader.source(), records.size(), bytes));
      tell("JSON tokens and their numbers", bytes, () -> records.forEach(r -> tokens(r)));
      tell("JSON trees", bytes, () -> records.forEach(r -> Json.MAPPER.readTree(r)));
      records.clear();
      long nothing = tell("log alone", bytes, () -> log.read(snapshot, (_, _, _) -> {}));
      long all = tell("log and reader", bytes, () -> reader.read(snapshot, log));
      System.out.println(
          "  reader alone: %d ms, %d MB/s"
              .formatted((all - nothing) / 1_000_000, 1_000 * bytes / (all - nothing)));
      keeps(reader, snapshot, log);
    }
  }

  private static SnapshotManifest publish(TestBroker broker, String source, Path document)
      throws IOException {
    Map<String, String> records = new TreeMap<>();
    for (JsonNode relay : Json.MAPPER.readTree(Files.readAllBytes(document)).get("relays")) {
      records.put(relay.get("fingerprint").stringValue(), relay.toString());
    }
    return broker.publish(source, source + "-1", PUBLISHED, Map.of("document", records));
  }

  private static void tokens(byte[] record) {
    try (JsonParser in = Json.MAPPER.createParser(record)) {
      JsonToken token;
      long sum = 0;
      while ((token = in.nextToken()) != null) {
        sum += token == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : 0;
      }
      if (sum < 0) {
        throw new IllegalStateException("A sum is asked for so that no number is passed over");
      }
    }
  }

  /// @return the best time, nanoseconds
  private static long tell(String what, long bytes, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long began = threads.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
    }
    System.out.println(
        "  %s: %d ms, %d MB/s".formatted(what, best / 1_000_000, 1_000 * bytes / best));
    return best;
  }

  private static void keeps(SourceReader<?> reader, SnapshotManifest snapshot, SnapshotReader log) {
    long before = used();
    List<Object> kept = List.of(reader.read(snapshot, log));
    long after = used();
    System.out.println("  kept: %d KB in %d".formatted((after - before) >> 10, kept.size()));
  }

  private static long used() {
    System.gc();
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return heap.getUsed();
  }
}
