package cepa.fetcher.kafka;

import cepa.error.RetriableException;
import cepa.fetcher.Entities;
import cepa.fetcher.SplitDocument;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.RecordDigest;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Writes the records of one document and finds out where they came to lie.
///
/// Partitions are chosen here, by the rule of Kafka's default partitioner, so that digests can be
/// computed while sending: within a partition one producer's records lie in the order in which they
/// were sent, and the acknowledgements prove it.
final class DocumentWriter {

  private final Producer<String, byte[]> producer;
  private final DocumentRef document;
  private final String topic;
  private final List<Header> headers;
  private final List<PartitionWriter> partitions;

  DocumentWriter(
      Producer<String, byte[]> producer, SnapshotManifest snapshot, DocumentRef document) {
    this.producer = producer;
    this.document = document;
    this.topic = Topics.snapshot(snapshot.source());
    this.headers =
        List.of(
            header(Topics.HEADER_SNAPSHOT, snapshot.id()),
            header(Topics.HEADER_DOCUMENT, document.id()),
            header(Topics.HEADER_SOURCE, snapshot.source()));
    this.partitions =
        producer.partitionsFor(topic).stream().map(_ -> new PartitionWriter()).toList();
  }

  /// Writes all entities of a document.
  ///
  /// @return the document with its ranges
  DocumentRef write(SplitDocument split) {
    Entities entities = split.entities();
    for (int i = 0; i < entities.size(); i++) {
      add(entities.key(i), entities.value(i, split.document()));
    }
    return finish();
  }

  void add(String key, byte[] value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    int partition = Utils.toPositive(Utils.murmur2(keyBytes)) % partitions.size();
    PartitionWriter range = partitions.get(partition);
    range.digest.add(key, value);
    Future<RecordMetadata> _ =
        producer.send(
            new ProducerRecord<>(topic, partition, key, value, headers), range::acknowledged);
  }

  /// Waits for all acknowledgements.
  ///
  /// @return the document with its ranges
  DocumentRef finish() {
    producer.flush();
    List<OffsetRange> ranges = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      PartitionWriter range = partitions.get(partition);
      if (range.digest.records() > 0) {
        ranges.add(range.range(topic, partition));
      }
    }
    return new DocumentRef(
        document.name(),
        document.sha256(),
        document.bytes(),
        document.records(),
        document.envelope(),
        ranges);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /// The document's records in one partition. Digested by the sending thread, acknowledged by the
  /// producer's; the flush between orders the two.
  private static final class PartitionWriter {
    private final RecordDigest digest = new RecordDigest();
    private long first = -1;
    private long last = -1;
    private long acknowledged;
    private boolean ordered = true;
    private @Nullable Exception failure;

    private void acknowledged(@Nullable RecordMetadata where, @Nullable Exception e) {
      if (e != null || where == null) {
        failure = failure == null ? e : failure;
        return;
      }
      ordered &= where.offset() > last;
      first = first < 0 ? where.offset() : first;
      last = where.offset();
      acknowledged++;
    }

    private OffsetRange range(String topic, int partition) {
      if (failure instanceof org.apache.kafka.common.KafkaException e) {
        throw e;
      }
      long records = digest.records();
      if (failure != null || acknowledged != records || !ordered) {
        throw new RetriableException(
            "The broker acknowledged "
                + acknowledged
                + " of "
                + records
                + " records for "
                + topic
                + " partition "
                + partition
                + (ordered ? "" : ", not in order"),
            failure);
      }
      return new OffsetRange(partition, first, last + 1, records, digest.finish());
    }
  }
}
