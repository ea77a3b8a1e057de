package cepa.fetcher;

import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.topic.kafka.SnapshotReader;
import cepa.topic.kafka.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A broker in this process, and what a reader finds on it.
final class Broker implements AutoCloseable {

  private final EmbeddedKafkaKraftBroker broker;
  private final KafkaClients clients;

  Broker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    clients = new KafkaClients(settings(), "test");
  }

  KafkaSettings settings() {
    return KafkaSettings.at(broker.getBrokersAsString());
  }

  KafkaClients clients() {
    return clients;
  }

  /// What `cepa.snapshots` holds for a source, in order.
  List<SnapshotEvent> events(String source) {
    return TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class).stream()
        .map(TopicFollower.Positioned::value)
        .filter(e -> e.source().equals(source))
        .toList();
  }

  /// The manifests published for a source, in order.
  List<SnapshotManifest> manifests(String source) {
    return events(source).stream()
        .filter(SnapshotEvent.Published.class::isInstance)
        .map(e -> ((SnapshotEvent.Published) e).manifest())
        .toList();
  }

  /// The statuses of a source, in order.
  List<SourceStatus> statuses(String source) {
    return TopicFollower.readAll(clients, Topics.SOURCE_STATUS, SourceStatus.class).stream()
        .map(TopicFollower.Positioned::value)
        .filter(s -> s.source().equals(source))
        .toList();
  }

  /// A snapshot's records by key, verified against its manifest.
  Map<String, String> records(SnapshotManifest manifest) {
    Map<String, String> records = new TreeMap<>();
    try (var reader = new SnapshotReader(clients)) {
      reader.read(
          manifest,
          (_, key, value) -> {
            if (records.put(key, new String(value, StandardCharsets.UTF_8)) != null) {
              throw new AssertionError("twice: " + key);
            }
          });
    }
    return records;
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
