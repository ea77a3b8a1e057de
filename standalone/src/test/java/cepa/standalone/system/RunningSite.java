package cepa.standalone.system;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.edge.EdgeServer;
import cepa.json.Json;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.Stack;
import cepa.standalone.instance.DataDirectory;
import cepa.store.ObjectStore;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/// A small site that runs: simulator, broker, all services, in this process.
final class RunningSite implements AutoCloseable {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final UpstreamSimulator upstream;
  private final DataDirectory data;
  private final Stack stack;
  private final TopicFollower<BuildEvent> follower;
  private final BuildLedger ledger = new BuildLedger();

  RunningSite(Path root, int relays, Map<String, String> settings) {
    upstream =
        UpstreamSimulator.start(
            SimulatorSettings.defaults()
                .withRelays(relays)
                .withSpool(Objects.requireNonNull(root.getParent())));
    data = DataDirectory.hold(root);
    Map<String, String> properties = new HashMap<>(settings);
    for (String source : new String[] {"details", "uptime"}) {
      properties.put("cepa.fetcher.onionoo-" + source + ".url", upstream.baseUrl() + "/" + source);
      properties.put("cepa.fetcher.onionoo-" + source + ".cadence", "1s");
    }
    properties.putIfAbsent("cepa.edge.port", "0");
    properties.put("cepa.edge.poll", "200ms");
    properties.put("cepa.processor.quiet-period", "2s");
    properties.put("cepa.processor.shards", "8");
    stack = Stack.start(data, properties);
    follower =
        new TopicFollower<>(
                stack.get(KafkaClients.class), Topics.BUILDS, BuildEvent.class, (_, e) -> fold(e))
            .start();
  }

  private synchronized void fold(BuildEvent event) {
    ledger.fold(event);
  }

  UpstreamSimulator upstream() {
    return upstream;
  }

  Path root() {
    return data.root();
  }

  BuildStore builds() {
    return new BuildStore(stack.get(ObjectStore.class));
  }

  String live() {
    return builds().live().map(l -> l.value().build()).orElse("");
  }

  URI url() {
    return URI.create("http://localhost:" + stack.get(EdgeServer.class).port());
  }

  /// Waits until a build of this hour is live that used both sources.
  String awaitLive(int tick) {
    var asOf = java.time.Instant.parse("2026-08-22T15:00:00Z").plus(Duration.ofHours(tick));
    Awaitility.await()
        .atMost(LONG)
        .until(() ->
            builds()
                .live()
                .flatMap(l -> builds().manifest(l.value().build()))
                .filter(m -> m.plan().asOf().equals(asOf) && ofHour(m.plan().inputs(), asOf))
                .isPresent());
    return live();
  }

  private static boolean ofHour(Map<String, String> inputs, java.time.Instant asOf) {
    String stamp = asOf.toString().replaceAll("[-:]", "");
    return inputs.size() == 2 && inputs.values().stream().allMatch(id -> id.contains(stamp));
  }

  /// Asks for a build and waits for its end.
  BuildLedger.Entry request(java.util.function.Function<String, BuildRequest> wish) {
    String id = UUID.randomUUID().toString();
    try (var writer = new TopicWriter(stack.get(KafkaClients.class))) {
      writer.write(
          Topics.BUILD_REQUESTS,
          id,
          Json.MAPPER.writerFor(BuildRequest.class).writeValueAsBytes(wish.apply(id)));
    }
    return Awaitility.await()
        .atMost(LONG)
        .until(() -> answered(id), java.util.Optional::isPresent)
        .orElseThrow();
  }

  private synchronized java.util.Optional<BuildLedger.Entry> answered(String request) {
    return ledger
        .answer(request)
        .flatMap(answer -> ledger.find(answer.build()))
        .filter(BuildLedger.Entry::isEnded);
  }

  /// The newest build in this state, with this note.
  synchronized java.util.Optional<BuildLedger.Entry> newest(BuildLedger.State state, String note) {
    return ledger.builds().reversed().stream()
        .filter(b -> b.state() == state && b.note().equals(note))
        .findFirst();
  }

  @Override
  public void close() {
    follower.close();
    stack.close();
    data.close();
    upstream.close();
  }
}
