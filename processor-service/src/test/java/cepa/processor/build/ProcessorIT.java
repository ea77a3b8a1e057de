package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cepa.artefact.ModelStore;
import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.model.NetworkModel;
import cepa.model.SourceProvenance;
import cepa.processor.Components;
import cepa.processor.ProcessorSettings;
import cepa.processor.SourceReader;
import cepa.processor.kafka.TestBroker;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.store.directory.DirectoryStore;
import cepa.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// A whole processor between a real log and a real store; only the renderers are played.
@Tag("broker")
class ProcessorIT {

  private static final List<String> PUBLISHED = List.of(DetailsReader.SOURCE, UptimeReader.SOURCE);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SHARDS = 3;

  @TempDir Path directory;
  private TestBroker broker;
  private DirectoryStore objects;
  private ScriptedRenderer renderer;

  @BeforeEach
  void start() {
    broker = new TestBroker(PUBLISHED.toArray(String[]::new));
    objects = new DirectoryStore(directory);
    renderer = new ScriptedRenderer(objects);
  }

  @AfterEach
  void stop() {
    broker.close();
    objects.close();
  }

  @Test
  void snapshotsBecomeALiveBuild_andAPastOneIsReplayed() {
    uptime("u1", NOON.minusSeconds(3600));
    details("d1", NOON, aRelay("A").with("country", "de"));
    try (Processor processor = processor()) {
      processor.start();
      BuildEvent.Planned first = planned(1);
      render(first, 0, SHARDS);
      live(first);
      assertThat(processor.trouble()).isNull();

      NetworkModel model = new ModelStore(objects).load(first.plan().model()).model();
      assertThat(model.relays()).hasSize(1);
      assertThat(Objects.requireNonNull(model.relays().getFirst().uptime()).oneMonth())
          .isEqualTo(0.5);
      assertThat(model.sources())
          .filteredOn(source -> PUBLISHED.contains(source.id()))
          .hasSameSizeAs(PUBLISHED)
          .extracting(SourceProvenance::state)
          .containsOnly(SourceProvenance.State.FRESH);

      details("d2", NOON.plusSeconds(3600), aRelay("A").with("country", "fr"), aRelay("B"));
      BuildEvent.Planned second = planned(2);
      render(second, 0, SHARDS);
      live(second);
      assertThat(second.plan().base()).isEqualTo(first.build());

      request(new BuildRequest.AsOf("r1", NOON.plusSeconds(60), false));
      BuildEvent.Planned replay = planned(3);
      assertThat(replay.plan().model())
          .as("same inputs, same model")
          .isEqualTo(first.plan().model());
      render(replay, 0, SHARDS);
      await()
          .atMost(LIMIT)
          .untilAsserted(() ->
              assertThat(events(BuildEvent.Checked.class))
                  .anyMatch(e -> e.build().equals(replay.build()) && !e.held().isEmpty()));
      assertThat(new BuildStore(objects).live().orElseThrow().value().build())
          .isEqualTo(second.build());
    }
  }

  @Test
  void killedProcessor_isFollowedByOneThatFinishes() {
    details("d1", NOON, aRelay("A"));
    BuildEvent.Planned planned;
    try (Processor first = processor()) {
      first.start();
      planned = planned(1);
      render(planned, 0, 1);
    }
    render(planned, 1, 2);
    try (Processor second = processor()) {
      second.start();
      render(planned, 2, SHARDS);
      live(planned);
    }
    assertThat(events(BuildEvent.Planned.class)).hasSize(1);
  }

  @Test
  void secondProcessor_takesOver_andTheFirstSaysSo() {
    details("d1", NOON, aRelay("A"));
    try (Processor first = processor();
        Processor second = processor()) {
      first.start();
      BuildEvent.Planned planned = planned(1);
      second.start();
      await().atMost(LIMIT).until(() -> second.isReady());
      render(planned, 0, SHARDS);
      live(planned);
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(first.trouble()).contains("only one may run"));
      assertThat(second.trouble()).isNull();
    }
  }

  @Test
  void recordsThatMakeNoSense_keepNothingFromWorking() {
    broker.write(Topics.SNAPSHOTS, "x", "{\"type\":\"published\"}".getBytes(UTF_8));
    broker.write(Topics.SNAPSHOTS, "x", "{\"type\":\"unheard-of\"}".getBytes(UTF_8));
    broker.write(Topics.RENDER_RESULTS, "x", "{}".getBytes(UTF_8));
    broker.write(Topics.BUILDS, "x", "{\"type\":\"planned\"}".getBytes(UTF_8));
    details("d1", NOON, aRelay("A"));
    try (Processor processor = processor()) {
      processor.start();
      // The first one is the plan that makes no sense.
      BuildEvent.Planned planned = planned(2);
      render(planned, 0, SHARDS);
      live(planned);
    }
  }

  private Processor processor() {
    List<SourceReader<?>> readers = Components.all().readers();
    ProcessorSettings settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        "cepa.processor.quiet-period", "100ms",
                        "cepa.processor.first-grace", "0s",
                        "cepa.processor.shards", Integer.toString(SHARDS))))
            .bindOrCreate("cepa.processor", ProcessorSettings.class);
    return new ProcessorFactory(readers, Components.all().analyses())
        .processor(
            broker.clients(),
            objects,
            settings,
            "c0de",
            new ProcessorFactory.Surroundings(InstantSource.system(), new SimpleMeterRegistry()));
  }

  private void details(String id, Instant published, TestRelay... relays) {
    Map<String, String> records = new TreeMap<>();
    for (TestRelay relay : relays) {
      records.put(relay.details().fingerprint().hex(), relay.json());
    }
    broker.publish(DetailsReader.SOURCE, id, published, Map.of("details", records));
  }

  private void uptime(String id, Instant published) {
    String values = "999,".repeat(30) + "999";
    String graph =
        "{\"fingerprint\":\"%s\",\"uptime\":{\"1_month\":{\"first\":\"2026-01-01 02:00:00\",\"interval\":14400,\"factor\":%s,\"values\":[%s]}}}"
            .formatted("A".repeat(40), 0.5 / 999, values);
    broker.publish(
        UptimeReader.SOURCE, id, published, Map.of("uptime", Map.of("A".repeat(40), graph)));
  }

  private void request(BuildRequest request) {
    broker.write(Topics.BUILD_REQUESTS, request.id(), BuildRequest.class, request);
  }

  private <E extends BuildEvent> List<E> events(Class<E> kind) {
    return broker.read(Topics.BUILDS, BuildEvent.class).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// The plan of so many, once it is told.
  private BuildEvent.Planned planned(int count) {
    return await()
        .atMost(LIMIT)
        .until(() -> events(BuildEvent.Planned.class), plans -> plans.size() >= count)
        .get(count - 1);
  }

  private void live(BuildEvent.Planned planned) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(events(BuildEvent.Live.class))
                .extracting(BuildEvent::build)
                .contains(planned.build()));
    assertThat(new BuildStore(objects).live().orElseThrow().value().build())
        .isEqualTo(planned.build());
  }

  /// Renders the shards of a build from `from` to before `to`.
  private void render(BuildEvent.Planned planned, int from, int to) {
    broker.read(Topics.RENDER_ASSIGNMENTS, RenderAssignment.class).stream()
        .filter(a -> a.build().equals(planned.build()) && a.shard() >= from && a.shard() < to)
        .forEach(assignment ->
            broker.write(
                Topics.RENDER_RESULTS,
                assignment.build(),
                ShardResult.class,
                renderer.render(assignment)));
  }
}
