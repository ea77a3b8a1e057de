package cepa.topic.kafka;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.topic.Topic;
import cepa.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates topics and share groups from code. Doing it twice, or from several services at once, is
/// harmless.
public final class TopicCreator {

  private final KafkaClients clients;

  public TopicCreator(KafkaClients clients) {
    this.clients = clients;
  }

  /// Makes sure that all topics for these sources exist; existing ones are left as they are.
  ///
  /// @throws RetriableException if the broker cannot be reached
  public void ensureTopics(Collection<String> sources) {
    KafkaSettings settings = clients.settings();
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic topic : Topics.all(sources, settings.snapshotRetention())) {
      Map<String, String> config = new TreeMap<>(topic.settings());
      if (topic.name().startsWith(Topics.snapshot("")) && settings.snapshotRetentionBytes() >= 0) {
        config.put("retention.bytes", Long.toString(settings.snapshotRetentionBytes()));
      }
      wanted.add(
          new NewTopic(topic.name(), topic.partitions(), settings.replicationFactor())
              .configs(config));
    }
    try (Admin admin = clients.admin()) {
      admin
          .createTopics(wanted)
          .values()
          .forEach((topic, created) -> get(created, "create topic " + topic, true));
    }
  }

  /// Sets how a share group hands out records, before its first member joins: from the earliest
  /// record, committed ones only, each locked to its taker for `lock`.
  public void ensureShareGroup(String group, Duration lock) {
    var resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    List<AlterConfigOp> settings =
        List.of(
            set("share.auto.offset.reset", "earliest"),
            set("share.isolation.level", "read_committed"),
            set("share.record.lock.duration.ms", Long.toString(lock.toMillis())));
    try (Admin admin = clients.admin()) {
      get(
          admin.incrementalAlterConfigs(Map.of(resource, settings)).all(),
          "configure share group " + group,
          false);
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private void get(KafkaFuture<Void> future, String what, boolean mayExist) {
    String where = " at " + clients.settings().bootstrapServers();
    try {
      future.get(clients.settings().requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted: " + what + where, e);
    } catch (TimeoutException e) {
      throw unreachable(what, where, e);
    } catch (ExecutionException e) {
      if (mayExist && e.getCause() instanceof TopicExistsException) {
        return;
      }
      if (e.getCause() instanceof org.apache.kafka.common.errors.RetriableException) {
        throw unreachable(what, where, e);
      }
      throw new PermanentException("The broker refused to " + what + where + ": " + e, e);
    }
  }

  private static RetriableException unreachable(String what, String where, Exception cause) {
    return new RetriableException(
        "The broker did not answer: "
            + what
            + where
            + ". Is it running, and is cepa.kafka.bootstrap-servers right?",
        cause);
  }
}
