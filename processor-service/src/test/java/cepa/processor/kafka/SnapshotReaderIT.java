package cepa.processor.kafka;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.SnapshotDamagedException;
import cepa.topic.kafka.SnapshotExpiredException;
import cepa.topic.kafka.SnapshotReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class SnapshotReaderIT {

  private static final String SOURCE = "votes";
  private static TestBroker broker;

  @BeforeAll
  static void start() {
    broker = new TestBroker(SOURCE);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everyDocumentIsRead_acrossPartitions_andNothingElse() {
    Map<String, String> one = records("one", 40);
    Map<String, String> two = records("two", 40);
    SnapshotManifest manifest =
        broker.publish(SOURCE, "s1", NOON, new TreeMap<>(Map.of("a", one, "b", two)));
    assertThat(manifest.documents().getFirst().ranges()).as("partitions").hasSizeGreaterThan(1);

    assertThat(read(manifest)).isEqualTo(Map.of("a", one, "b", two));
    assertThat(read(manifest)).as("read again").hasSize(2);
  }

  @Test
  void oneReader_readsDocumentsInAnyOrder_andAgain() {
    Map<String, Map<String, String>> documents =
        Map.of("a", records("one", 40), "b", records("two", 7_000), "c", records("three", 40));
    SnapshotManifest manifest = broker.publish(SOURCE, "s4", NOON, new TreeMap<>(documents));
    List<DocumentRef> refs = manifest.documents();

    try (var reader = new SnapshotReader(broker.clients())) {
      for (int i : new int[] {0, 1, 2, 2, 0, 1, 1, 0, 2}) {
        Map<String, String> read = new TreeMap<>();
        reader.read(
            manifest,
            refs.get(i),
            (_, key, value) -> read.put(key, new String(value, StandardCharsets.UTF_8)));
        assertThat(read).isEqualTo(documents.get(refs.get(i).name()));
      }
    }
  }

  @Test
  void olderCopyOnTheWay_isNotTakenForTheDocument() {
    Map<String, String> first = records("one", 40);
    Map<String, String> second = records("two", 40);
    SnapshotManifest old =
        broker.publish(SOURCE, "s6", NOON, new TreeMap<>(Map.of("a", first, "b", second)));
    SnapshotManifest again = broker.publish(SOURCE, "s7", NOON, Map.of("b", second));

    try (var reader = new SnapshotReader(broker.clients())) {
      Map<String, String> read = new TreeMap<>();
      reader.read(old, old.documents().getFirst(), (_, _, _) -> {});
      reader.read(
          again, (_, key, value) -> read.put(key, new String(value, StandardCharsets.UTF_8)));
      assertThat(read).isEqualTo(second);
    }
  }

  @Test
  void readingThatWasBrokenOff_canBeginAnew() {
    Map<String, String> records = records("x", 40);
    SnapshotManifest manifest = broker.publish(SOURCE, "s5", NOON, Map.of("a", records));
    DocumentRef document = manifest.documents().getFirst();

    try (var reader = new SnapshotReader(broker.clients())) {
      Map<String, String> read = new TreeMap<>();
      assertThatThrownBy(() ->
              reader.read(
                  manifest,
                  document,
                  (_, key, _) -> {
                    read.put(key, "");
                    if (read.size() == 20) {
                      throw new IllegalStateException("enough");
                    }
                  }))
          .hasMessage("enough");
      read.clear();
      reader.read(manifest, document, (_, key, _) -> read.put(key, ""));
      assertThat(read).containsOnlyKeys(records.keySet());
    }
  }

  @Test
  void recordsThatAreNotTheOnesPublished_areDamage() {
    SnapshotManifest manifest = broker.publish(SOURCE, "s2", NOON, Map.of("a", records("x", 5)));
    DocumentRef document = manifest.documents().getFirst();
    OffsetRange range = document.ranges().getFirst();
    SnapshotManifest wrong =
        with(
            manifest,
            new OffsetRange(
                range.partition(), range.from(), range.to(), range.records(), "0".repeat(64)));
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(SnapshotDamagedException.class)
        .hasMessageContaining("s2")
        .hasMessageContaining("partition " + range.partition())
        .hasMessageContaining("reject");

    SnapshotManifest more =
        with(
            manifest,
            new OffsetRange(
                range.partition(), range.from(), range.to(), range.records() + 1, range.sha256()));
    assertThatThrownBy(() -> read(more)).isInstanceOf(SnapshotDamagedException.class);
  }

  @Test
  void snapshotOlderThanTheLog_isExpired_neverHalfRead() {
    try (var own = new TestBroker(SOURCE)) {
      SnapshotManifest manifest = own.publish(SOURCE, "s3", NOON, Map.of("a", records("x", 30)));
      OffsetRange range = manifest.documents().getFirst().ranges().getLast();
      own.expire(Topics.snapshot(SOURCE), range.partition(), range.from() + 1);

      Map<String, String> seen = new TreeMap<>();
      try (var reader = new SnapshotReader(own.clients())) {
        assertThatThrownBy(() -> reader.read(manifest, (_, key, _) -> seen.put(key, "")))
            .isInstanceOf(SnapshotExpiredException.class)
            .hasMessageContaining("s3");
      }
      assertThat(seen).isEmpty();
    }
  }

  private static SnapshotManifest with(SnapshotManifest manifest, OffsetRange range) {
    DocumentRef document = manifest.documents().getFirst();
    return new SnapshotManifest(
        manifest.id(),
        manifest.source(),
        manifest.endpoint(),
        manifest.published(),
        manifest.fetched(),
        null,
        null,
        List.of(
            new DocumentRef(
                document.name(), document.sha256(), 1, range.records(), Map.of(), List.of(range))));
  }

  private static Map<String, Map<String, String>> read(SnapshotManifest manifest) {
    Map<String, Map<String, String>> read = new TreeMap<>();
    try (var reader = new SnapshotReader(broker.clients())) {
      reader.read(
          manifest,
          (document, key, value) ->
              read.computeIfAbsent(document.name(), _ -> new TreeMap<>())
                  .put(key, new String(value, StandardCharsets.UTF_8)));
    }
    return read;
  }

  private static Map<String, String> records(String text, int count) {
    Map<String, String> records = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      records.put("key" + i, text + i);
    }
    return records;
  }
}
