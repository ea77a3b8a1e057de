package cepa.standalone.system;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildManifest;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.edge.EdgeServer;
import cepa.fetcher.FetchOutcome;
import cepa.fetcher.Fetchers;
import cepa.json.Json;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.Stack;
import cepa.standalone.Upstreams;
import cepa.standalone.instance.DataDirectory;
import cepa.store.ObjectStore;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    // The test says when to fetch, so that it knows what a build must be made of.
    properties.put("cepa.fetcher.schedule", "false");
    Upstreams.simulated(upstream, Duration.ofHours(1)).forEach(properties::putIfAbsent);
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

  /// Fetches what upstream has in this hour, details first, as the log's order decides what a
  /// replay takes.
  Map<String, FetchOutcome> outcomes(int tick) throws InterruptedException {
    upstream.setTick(tick);
    Fetchers fetchers = stack.get(Fetchers.class);
    Map<String, FetchOutcome> outcomes = new TreeMap<>();
    outcomes.putAll(fetchers.fetchOnce(List.of("onionoo-details"), LONG));
    List<String> others = new ArrayList<>(fetchers.sources());
    others.remove("onionoo-details");
    outcomes.putAll(fetchers.fetchOnce(others, LONG));
    return outcomes;
  }

  /// Fetches this hour.
  ///
  /// @return snapshot ids by source: what the next build must be made of
  Map<String, String> fetch(int tick) throws InterruptedException {
    return used(outcomes(tick));
  }

  private static Map<String, String> used(Map<String, FetchOutcome> outcomes) {
    Map<String, String> inputs = new TreeMap<>();
    outcomes.forEach((source, outcome) -> note(source, outcome, inputs));
    return inputs;
  }

  /// Waits until a build is live that uses every snapshot these attempts found.
  BuildManifest awaitBuildOf(Map<String, FetchOutcome> outcomes) {
    Map<String, String> inputs = used(outcomes);
    return Awaitility.await("a build of " + inputs)
        .atMost(LONG)
        .until(
            () ->
                builds()
                    .live()
                    .flatMap(l -> builds().manifest(l.value().build()))
                    .filter(m -> m.plan().inputs().entrySet().containsAll(inputs.entrySet())),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /// The details snapshot a build is made of.
  String details(String build) {
    return Objects.requireNonNull(
        builds().manifest(build).orElseThrow().plan().inputs().get("onionoo-details"));
  }

  private static void note(String source, FetchOutcome outcome, Map<String, String> inputs) {
    switch (outcome) {
      case FetchOutcome.Published published -> inputs.put(source, published.snapshot().id());
      case FetchOutcome.Unchanged unchanged -> {
        if (unchanged.quarantine() == null) {
          inputs.put(source, unchanged.snapshot().id());
        }
      }
      case FetchOutcome.Quarantined _, FetchOutcome.Failed _ -> {}
    }
  }

  /// Fetches this hour and waits until a build of exactly that is live.
  String awaitLive(int tick) throws InterruptedException {
    awaitBuildOf(outcomes(tick));
    return live();
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

  /// The build made of these snapshots that is held back; empty if there is none.
  synchronized java.util.Optional<String> held(Map<String, String> inputs) {
    return ledger.builds().reversed().stream()
        .filter(b -> b.state() == BuildLedger.State.CHECKED && b.note().equals("hold"))
        .filter(b -> b.plan().inputs().equals(inputs))
        .map(BuildLedger.Entry::build)
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
