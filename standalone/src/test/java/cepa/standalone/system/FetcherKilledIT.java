package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.topic.kafka.SnapshotReader;
import cepa.topic.kafka.TopicFollower;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fetcher killed while its records are on their way to the log: nobody ever sees half a
/// snapshot, and its successor publishes a whole one.
@Tag("system")
class FetcherKilledIT {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int RELAYS = 6000;

  @Test
  void killedMidPublish_leavesNothingToSee_andTheNextOnePublishesTheWhole(@TempDir Path temporary)
      throws Exception {
    Path logs = Files.createDirectory(temporary.resolve("logs"));
    try (var upstream =
            UpstreamSimulator.start(
                SimulatorSettings.defaults().withRelays(RELAYS).withSpool(temporary));
        var processes = new Processes(logs)) {
      String broker =
          processes.helper(
              BrokerProcess.class.getName(),
              List.of(temporary.resolve("log").toString()),
              "broker ");
      var clients = new KafkaClients(KafkaSettings.at(broker), "test");
      try (Admin admin = clients.admin()) {
        Process killed = fetcher(processes, broker, upstream);
        Awaitility.await("records on their way")
            .pollInterval(Duration.ofMillis(2))
            .atMost(LONG)
            .until(() -> written(admin, IsolationLevel.READ_UNCOMMITTED) > 0);
        killed.destroyForcibly().waitFor();

        long sent = written(admin, IsolationLevel.READ_UNCOMMITTED);
        assertThat(manifests(clients)).as("killed before the manifest was written").isEmpty();
        assertThat(written(admin, IsolationLevel.READ_COMMITTED))
            .as("readers of committed records see none of the " + sent)
            .isZero();

        fetcher(processes, broker, upstream);
        Awaitility.await("the successor's snapshot")
            .atMost(LONG)
            .until(() -> !manifests(clients).isEmpty());
        SnapshotManifest whole = manifests(clients).getFirst();
        var relays = new TreeSet<String>();
        try (var reader = new SnapshotReader(clients)) {
          reader.read(whole, (document, key, value) -> relays.add(key));
        }
        assertThat(relays).hasSize((int) whole.records());
        assertThat(manifests(clients)).hasSize(1);
      } catch (Throwable e) {
        throw new AssertionError(processes.said(), e);
      }
    }
  }

  private static Process fetcher(Processes processes, String broker, UpstreamSimulator upstream)
      throws Exception {
    return processes.service(
        "fetcher-service",
        "cepa.fetcher.FetcherApplication",
        Map.of(
            "CEPA_KAFKA_BOOTSTRAP_SERVERS",
            broker,
            "CEPA_FETCHER_SOURCES",
            "onionoo-details",
            "CEPA_FETCHER_ONIONOODETAILS_URL",
            upstream.baseUrl() + "/details",
            "SERVER_PORT",
            "0"));
  }

  private static List<SnapshotManifest> manifests(KafkaClients clients) {
    return TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class).stream()
        .map(TopicFollower.Positioned::value)
        .filter(SnapshotEvent.Published.class::isInstance)
        .map(event -> ((SnapshotEvent.Published) event).manifest())
        .toList();
  }

  /// Records of the details topic up to what readers of that isolation may see; 0 as long as there
  /// is no topic.
  private static long written(Admin admin, IsolationLevel isolation) throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    String topic = Topics.snapshot("onionoo-details");
    try {
      for (TopicDescription described :
          admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
        described
            .partitions()
            .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
      }
      long sum = 0;
      for (var end :
          admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get().values()) {
        sum += end.offset();
      }
      return sum;
    } catch (ExecutionException e) {
      return 0;
    }
  }
}
