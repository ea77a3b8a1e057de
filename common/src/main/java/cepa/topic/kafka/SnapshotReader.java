package cepa.topic.kafka;

import cepa.error.RetriableException;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.RecordDigest;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// Loads the documents of a snapshot from the log by its manifest, whichever snapshot that is: the
/// newest or one of last week. Not safe for several threads.
public final class SnapshotReader implements AutoCloseable {

  private static final Duration STALL = Duration.ofSeconds(30);

  private final Consumer<String, byte[]> consumer;

  public SnapshotReader(KafkaClients clients) {
    this.consumer = clients.consumer();
  }

  /// Hands every record of every document to `handler`: records of one partition in offset order,
  /// partitions mixed.
  ///
  /// @throws SnapshotExpiredException if a range begins before the log does
  /// @throws SnapshotDamagedException if count or digest do not fit the manifest
  public void read(SnapshotManifest snapshot, Handler handler) {
    for (DocumentRef document : snapshot.documents()) {
      read(snapshot, document, handler);
    }
  }

  /// Like [#read(SnapshotManifest, Handler)] for one document.
  ///
  /// @throws RetriableException if the broker does not answer
  public void read(SnapshotManifest snapshot, DocumentRef document, Handler handler) {
    try {
      readRanges(snapshot, document, handler);
    } catch (KafkaException e) {
      throw new RetriableException(
          "Snapshot "
              + snapshot.id()
              + " cannot be read from the broker ("
              + e.getMessage()
              + "); is it running?",
          e);
    }
  }

  private void readRanges(SnapshotManifest snapshot, DocumentRef document, Handler handler) {
    Map<TopicPartition, Range> open = new HashMap<>();
    String topic = Topics.snapshot(snapshot.source());
    for (OffsetRange range : document.ranges()) {
      if (range.records() > 0) {
        open.put(new TopicPartition(topic, range.partition()), new Range(range));
      }
    }
    if (open.isEmpty()) {
      return;
    }
    List<TopicPartition> partitions = List.copyOf(open.keySet());
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    open.forEach((partition, range) -> {
      if (beginnings.getOrDefault(partition, 0L) > range.range.from()) {
        throw new SnapshotExpiredException(snapshot.id());
      }
    });
    consumer.assign(partitions);
    // A partition stays paused when it is assigned again, as it was at the end of its last range.
    consumer.resume(partitions);
    open.forEach((partition, range) -> consumer.seek(partition, range.range.from()));
    drain(snapshot, document, open, handler);
  }

  private void drain(
      SnapshotManifest snapshot,
      DocumentRef document,
      Map<TopicPartition, Range> open,
      Handler handler) {
    byte[] id = document.id().getBytes(StandardCharsets.UTF_8);
    long progress = System.nanoTime();
    while (!open.isEmpty()) {
      boolean moved = false;
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        moved = true;
        Range range = open.get(new TopicPartition(record.topic(), record.partition()));
        if (range != null && record.offset() < range.range.to() && belongs(record, id)) {
          range.digest.add(record.key(), record.value());
          handler.handle(document, record.key(), record.value());
        }
      }
      for (Map.Entry<TopicPartition, Range> entry : List.copyOf(open.entrySet())) {
        TopicPartition partition = entry.getKey();
        if (consumer.position(partition) >= entry.getValue().range.to()) {
          entry.getValue().verify(snapshot, document);
          open.remove(partition);
          consumer.pause(List.of(partition));
          moved = true;
        }
      }
      if (moved) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > STALL.toNanos()) {
        throw new RetriableException(
            "The broker stopped delivering snapshot " + snapshot.id() + "; is it healthy?", null);
      }
    }
  }

  private static boolean belongs(ConsumerRecord<String, byte[]> record, byte[] document) {
    Header header = record.headers().lastHeader(Topics.HEADER_DOCUMENT);
    return header != null && java.util.Arrays.equals(header.value(), document);
  }

  @Override
  public void close() {
    consumer.close();
  }

  /// Takes the records of a document.
  @FunctionalInterface
  public interface Handler {
    /// @param document the document the record belongs to
    /// @param key the entity
    /// @param value what upstream sent for it; not to be kept unless copied by the log (it is not
    ///   reused)
    void handle(DocumentRef document, String key, byte[] value);
  }

  /// A range being read.
  private static final class Range {
    private final OffsetRange range;
    private final RecordDigest digest = new RecordDigest();

    private Range(OffsetRange range) {
      this.range = range;
    }

    private void verify(SnapshotManifest snapshot, DocumentRef document) {
      long found = digest.records();
      String sha256 = digest.finish();
      if (found != range.records() || !sha256.equals(range.sha256())) {
        throw new SnapshotDamagedException(
            snapshot.id(), document.name(), range, found + " records, digest " + sha256);
      }
    }
  }
}
