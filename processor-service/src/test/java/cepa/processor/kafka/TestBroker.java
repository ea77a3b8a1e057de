package cepa.processor.kafka;

import cepa.digest.Sha256;
import cepa.error.RetriableException;
import cepa.json.Json;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.RecordDigest;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A broker in this process, and a fetcher's way of putting snapshots on it.
public final class TestBroker implements AutoCloseable {

  private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
  private final KafkaClients clients;

  public TestBroker(String... sources) {
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    clients = new KafkaClients(KafkaSettings.at(broker.getBrokersAsString()), "test");
    new TopicCreator(clients).ensureTopics(List.of(sources));
  }

  public KafkaClients clients() {
    return clients;
  }

  /// Everything committed on a topic.
  public <T> List<T> read(String topic, Class<T> type) {
    return TopicFollower.readAll(clients, topic, type).stream()
        .map(TopicFollower.Positioned::value)
        .toList();
  }

  /// Writes a record by itself.
  public void write(String topic, String key, byte[] value) {
    try (Producer<String, byte[]> producer = clients.producer()) {
      get(producer.send(new ProducerRecord<>(topic, key, value)));
    }
  }

  /// Writes an event of a closed set, with its name.
  public <T> void write(String topic, String key, Class<T> type, T event) {
    write(topic, key, Json.MAPPER.writerFor(type).writeValueAsBytes(event));
  }

  /// Puts documents on the log and returns the manifest, which is published too. Between their
  /// records stand some of an aborted attempt and some of another document.
  ///
  /// @param documents entities by key, by name of their document
  public SnapshotManifest publish(
      String source, String id, Instant published, Map<String, Map<String, String>> documents) {
    List<DocumentRef> refs = new ArrayList<>();
    try (Producer<String, byte[]> producer = clients.transactionalProducer("test." + source)) {
      producer.initTransactions();
      producer.beginTransaction();
      documents.forEach((name, records) ->
          write(
              producer,
              source,
              new DocumentRef(name, "aborted", 0, 0, Map.of(), List.of()),
              some(records)));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      documents.forEach((name, records) -> {
        var other = new DocumentRef("other", "x", 0, 0, Map.of(), List.of());
        write(producer, source, other, some(records));
        var own =
            new DocumentRef(
                name, Sha256.hex(records.values()), 1, records.size(), Map.of(), List.of());
        refs.add(
            new DocumentRef(
                name,
                own.sha256(),
                1,
                records.size(),
                Map.of(),
                write(producer, source, own, records)));
      });
      var manifest =
          new SnapshotManifest(
              id,
              source,
              "http://localhost/" + source,
              published,
              published.plusSeconds(60),
              null,
              null,
              refs);
      Future<RecordMetadata> told =
          producer.send(
              new ProducerRecord<>(
                  Topics.SNAPSHOTS,
                  source,
                  Json.MAPPER
                      .writerFor(SnapshotEvent.class)
                      .writeValueAsBytes(new SnapshotEvent.Published(manifest))));
      producer.commitTransaction();
      get(told);
      return manifest;
    }
  }

  private static Map<String, String> some(Map<String, String> records) {
    Map<String, String> some = new TreeMap<>();
    records.entrySet().stream().limit(50).forEach(e -> some.put(e.getKey(), e.getValue()));
    return some;
  }

  private static List<OffsetRange> write(
      Producer<String, byte[]> producer,
      String source,
      DocumentRef document,
      Map<String, String> records) {
    Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    records.forEach((key, value) -> {
      var record =
          new ProducerRecord<>(
              Topics.snapshot(source), key, value.getBytes(StandardCharsets.UTF_8));
      record.headers().add(Topics.HEADER_DOCUMENT, document.id().getBytes(StandardCharsets.UTF_8));
      sent.put(key, producer.send(record));
    });
    producer.flush();
    Map<Integer, List<Long>> offsets = new TreeMap<>();
    Map<Integer, RecordDigest> digests = new TreeMap<>();
    sent.forEach((key, future) -> {
      RecordMetadata where = get(future);
      offsets.computeIfAbsent(where.partition(), _ -> new ArrayList<>()).add(where.offset());
      digests
          .computeIfAbsent(where.partition(), _ -> new RecordDigest())
          .add(key, records.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8));
    });
    List<OffsetRange> ranges = new ArrayList<>();
    digests.forEach((partition, digest) -> {
      List<Long> own = offsets.getOrDefault(partition, List.of());
      ranges.add(
          new OffsetRange(
              partition, own.getFirst(), own.getLast() + 1, own.size(), digest.finish()));
    });
    return ranges;
  }

  /// Removes the oldest records, as retention does.
  public void expire(String topic, int partition, long before) {
    try (Admin admin = clients.admin()) {
      get(
          admin
              .deleteRecords(
                  Map.of(
                      new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before)))
              .all()
              .toCompletionStage()
              .toCompletableFuture());
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new RetriableException("test broker", e);
    }
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
