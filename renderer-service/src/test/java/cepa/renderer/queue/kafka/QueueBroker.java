package cepa.renderer.queue.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.json.Json;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A broker in this process, seen from both ends of the queue.
final class QueueBroker implements AutoCloseable {

  private final EmbeddedKafkaKraftBroker broker;
  private final KafkaClients clients;

  QueueBroker() {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.share.min.record.lock.duration.ms", "1000",
            "group.share.min.heartbeat.interval.ms", "300",
            "group.share.heartbeat.interval.ms", "300",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    clients = new KafkaClients(KafkaSettings.at(broker.getBrokersAsString()), "test");
    new TopicCreator(clients).ensureTopics(List.of());
  }

  KafkaClients clients() {
    return clients;
  }

  void assign(RenderAssignment... assignments) {
    try (Producer<String, byte[]> producer = clients.producer()) {
      for (RenderAssignment assignment : assignments) {
        send(producer, Topics.RENDER_ASSIGNMENTS, assignment.build(), Json.bytes(assignment));
      }
    }
  }

  void assignNonsense(String text) {
    try (Producer<String, byte[]> producer = clients.producer()) {
      send(producer, Topics.RENDER_ASSIGNMENTS, "x", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  void tell(BuildEvent event) {
    try (Producer<String, byte[]> producer = clients.producer()) {
      // The type is the interface's, so that the name of the event is written.
      byte[] json = Json.MAPPER.writerFor(BuildEvent.class).writeValueAsBytes(event);
      send(producer, Topics.BUILDS, event.build(), json);
    }
  }

  private static void send(
      Producer<String, byte[]> producer, String topic, String key, byte[] value) {
    assertThat(producer.send(new ProducerRecord<>(topic, key, value)))
        .succeedsWithin(Duration.ofSeconds(10));
  }

  /// Every result published for a build.
  List<ShardResult> results(String build) {
    return TopicFollower.readAll(clients, Topics.RENDER_RESULTS, ShardResult.class).stream()
        .map(TopicFollower.Positioned::value)
        .filter(result -> result.build().equals(build))
        .toList();
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
