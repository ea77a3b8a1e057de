package cepa.topic.kafka;

import cepa.error.RetriableException;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.RecordDigest;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// Loads the documents of a snapshot from the log by its manifest, whichever snapshot that is: the
/// newest or one of last week. Not safe for several threads.
public final class SnapshotReader implements AutoCloseable {

  private static final Duration STALL = Duration.ofSeconds(30);

  private final Consumer<String, byte[]> consumer;
  private final Map<TopicPartition, Cursor> cursors = new HashMap<>();
  private String assigned = "";

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
    List<Range> open = open(document, Topics.snapshot(snapshot.source()));
    for (Range range : open) {
      if (range.cursor.beginning > range.range.from()) {
        throw new SnapshotExpiredException(snapshot.id());
      }
    }
    consumer.resume(open.stream().map(range -> range.cursor.partition).toList());
    open.forEach(range -> range.cursor.moveTo(range.range.from(), consumer));
    byte[] id = document.id().getBytes(StandardCharsets.UTF_8);
    long progress = System.nanoTime();
    while (!open.isEmpty()) {
      boolean moved = false;
      for (Iterator<Range> ranges = open.iterator(); ranges.hasNext(); ) {
        Range range = ranges.next();
        range.cursor.take(
            range.range.to(),
            record -> {
              if (belongs(record, id)) {
                range.digest.add(record.key(), record.value());
                handler.handle(document, record.key(), record.value());
              }
            });
        if (consumer.position(range.cursor.partition) >= range.range.to()) {
          verify(snapshot, document, range);
          ranges.remove();
          consumer.pause(List.of(range.cursor.partition));
          moved = true;
        }
      }
      moved |= !open.isEmpty() && poll();
      if (moved) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > STALL.toNanos()) {
        throw new RetriableException(
            "The broker stopped delivering snapshot " + snapshot.id() + "; is it healthy?", null);
      }
    }
  }

  /// The ranges that hold records, their partitions assigned. Those of the topic stay assigned, and
  /// so does what was fetched of them: the next document usually lies just behind.
  private List<Range> open(DocumentRef document, String topic) {
    List<Range> open = new ArrayList<>();
    if (!topic.equals(assigned)) {
      cursors.clear();
      assigned = topic;
    }
    List<TopicPartition> added = new ArrayList<>();
    for (OffsetRange range : document.ranges()) {
      if (range.records() > 0) {
        var partition = new TopicPartition(topic, range.partition());
        Cursor cursor = cursors.get(partition);
        if (cursor == null) {
          cursor = new Cursor(partition);
          cursors.put(partition, cursor);
          added.add(partition);
        }
        open.add(new Range(range, cursor));
      }
    }
    if (!added.isEmpty()) {
      consumer
          .beginningOffsets(added)
          .forEach((partition, beginning) ->
              Objects.requireNonNull(cursors.get(partition)).beginning = beginning);
      consumer.assign(cursors.keySet());
    }
    return open;
  }

  private boolean poll() {
    ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
    for (TopicPartition partition : records.partitions()) {
      Cursor cursor = cursors.get(partition);
      if (cursor != null) {
        cursor.ahead.addAll(records.records(partition));
      }
    }
    return !records.isEmpty();
  }

  /// @throws SnapshotExpiredException if the log lost the range while it was read
  private void verify(SnapshotManifest snapshot, DocumentRef document, Range range) {
    long found = range.digest.records();
    String sha256 = range.digest.finish();
    if (found == range.range.records() && sha256.equals(range.range.sha256())) {
      return;
    }
    TopicPartition partition = range.cursor.partition;
    if (consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L)
        > range.range.from()) {
      throw new SnapshotExpiredException(snapshot.id());
    }
    throw new SnapshotDamagedException(
        snapshot.id(), document.name(), range.range, found + " records, digest " + sha256);
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
    private final Cursor cursor;
    private final RecordDigest digest = new RecordDigest();

    private Range(OffsetRange range, Cursor cursor) {
      this.range = range;
      this.cursor = cursor;
    }
  }

  /// Where reading stands in a partition.
  private static final class Cursor {
    /// Rather read through so many offsets than ask the broker anew.
    private static final long NEAR = 1_000;

    private final TopicPartition partition;

    /// Records the consumer delivered that no range has taken yet, by offset.
    private final Deque<ConsumerRecord<String, byte[]>> ahead = new ArrayDeque<>();

    /// Everything delivered from here on is in [#ahead].
    private long start = Long.MAX_VALUE;

    /// Where the log begins.
    private long beginning;

    private Cursor(TopicPartition partition) {
      this.partition = partition;
    }

    /// The next that is taken is at this offset or behind it.
    private void moveTo(long offset, Consumer<?, ?> consumer) {
      if (start > offset || consumer.position(partition) + NEAR < offset) {
        ahead.clear();
        consumer.seek(partition, offset);
      }
      start = offset;
    }

    /// Hands over what lies below an offset. What was read through on the way is left out: it may
    /// be an older copy of the same document.
    private void take(long to, java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker) {
      for (var next = ahead.peek(); next != null && next.offset() < to; next = ahead.peek()) {
        ahead.remove();
        if (next.offset() >= start) {
          start = next.offset() + 1;
          taker.accept(next);
        }
      }
    }
  }
}
