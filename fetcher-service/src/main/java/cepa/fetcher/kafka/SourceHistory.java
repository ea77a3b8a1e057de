package cepa.fetcher.kafka;

import cepa.fetcher.SourceState;
import cepa.json.Json;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// What the log says about a source: read once from its beginning, then from where the last look
/// ended.
final class SourceHistory implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SourceHistory.class);
  private static final TopicPartition SNAPSHOTS = new TopicPartition(Topics.SNAPSHOTS, 0);
  private static final TopicPartition STATUS = new TopicPartition(Topics.SOURCE_STATUS, 0);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final String source;
  private final Duration limit;
  private final SnapshotLedger ledger = new SnapshotLedger();
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /// When the log took the first manifest that names these ranges, and so, at about the same time,
  /// their records.
  private final Map<List<OffsetRange>, Instant> taken = new HashMap<>();

  /// When the log took the newest manifest of a snapshot.
  private final Map<String, Instant> manifests = new HashMap<>();

  /// Ranges whose records were looked at.
  private final Set<List<OffsetRange>> seen = new HashSet<>();

  private @Nullable SourceStatus status;

  SourceHistory(KafkaClients clients, String source) {
    this.consumer = hasty(clients.settings(), source).consumer();
    this.source = source;
    this.limit = clients.settings().requestTimeout();
  }

  /// Clients that read what is there and never wait for more: a fetch that waits at the end of one
  /// partition would hold up the next.
  private static KafkaClients hasty(KafkaSettings settings, String source) {
    Map<String, String> properties = new TreeMap<>(settings.properties());
    properties.put("fetch.max.wait.ms", "10");
    return new KafkaClients(
        new KafkaSettings(
            settings.bootstrapServers(),
            settings.replicationFactor(),
            settings.snapshotRetention(),
            settings.snapshotRetentionBytes(),
            settings.requestTimeout(),
            properties),
        "fetcher-history-" + source);
  }

  SourceState refresh() {
    readToEnd(SNAPSHOTS);
    readToEnd(STATUS);
    Map<String, Instant> oldest = new TreeMap<>();
    List<SnapshotLedger.Entry> entries = ledger.entries();
    entries.forEach(e -> oldest(e.manifest()).ifPresent(at -> oldest.put(e.manifest().id(), at)));
    return new SourceState(
        entries,
        ledger.accepted(source, SnapshotLedger.NOW),
        ledger.newest(source, SnapshotLedger.NOW).orElse(null),
        oldest,
        status);
  }

  /// Whether every range of a snapshot lies within the log. Ranges met for the first time must also
  /// end with a record of their document: a log that was lost and begun anew has the same offsets
  /// again.
  boolean holds(SnapshotManifest snapshot) {
    List<TopicPartition> partitions =
        snapshot.documents().stream()
            .flatMap(d -> d.ranges().stream())
            .map(this::partition)
            .distinct()
            .toList();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (DocumentRef document : snapshot.documents()) {
      for (OffsetRange range : document.ranges()) {
        TopicPartition partition = partition(range);
        if (range.from() < begins.getOrDefault(partition, 0L)
            || range.to() > ends.getOrDefault(partition, 0L)) {
          return false;
        }
      }
      if (!seen.contains(document.ranges()) && !isThere(document)) {
        return false;
      }
      seen.add(document.ranges());
    }
    return true;
  }

  private boolean isThere(DocumentRef document) {
    return document.ranges().stream().allMatch(r -> isOf(document, partition(r), r.to() - 1));
  }

  private TopicPartition partition(OffsetRange range) {
    return new TopicPartition(Topics.snapshot(source), range.partition());
  }

  private boolean isOf(DocumentRef document, TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long began = System.nanoTime();
    while (System.nanoTime() - began < limit.toNanos()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        Header header = record.headers().lastHeader(Topics.HEADER_DOCUMENT);
        return record.offset() == offset
            && header != null
            && Arrays.equals(header.value(), document.id().getBytes(StandardCharsets.UTF_8));
      }
      if (consumer.position(partition) > offset) {
        return false;
      }
    }
    throw new TimeoutException("no record came from " + partition + " within " + limit);
  }

  private void readToEnd(TopicPartition partition) {
    consumer.assign(List.of(partition));
    Long position = positions.get(partition);
    if (position == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, position);
    }
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    long began = System.nanoTime();
    while (consumer.position(partition) < end) {
      if (System.nanoTime() - began > limit.toNanos()) {
        throw new TimeoutException("reading " + partition + " took longer than " + limit);
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (source.equals(record.key()) && record.value() != null) {
          take(record);
        }
      }
      positions.put(partition, consumer.position(partition));
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(Topics.SOURCE_STATUS)) {
        status = Json.read(record.value(), SourceStatus.class);
        return;
      }
      SnapshotEvent event = Json.read(record.value(), SnapshotEvent.class);
      ledger.fold(record.offset(), event);
      if (event instanceof SnapshotEvent.Published(SnapshotManifest manifest)) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        manifest.documents().forEach(d -> taken.putIfAbsent(d.ranges(), at));
        manifests.put(manifest.id(), at);
      }
    } catch (JacksonException e) {
      log.error(
          "Passed over an unreadable record: {} offset {}: {}",
          record.topic(),
          record.offset(),
          e.getOriginalMessage());
    }
  }

  /// When the oldest record of a snapshot was taken; without any record, its newest manifest.
  private Optional<Instant> oldest(SnapshotManifest manifest) {
    return manifest.documents().stream()
        .filter(d -> !d.ranges().isEmpty())
        .flatMap(d -> Optional.ofNullable(taken.get(d.ranges())).stream())
        .min(Comparator.naturalOrder())
        .or(() -> Optional.ofNullable(manifests.get(manifest.id())));
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
