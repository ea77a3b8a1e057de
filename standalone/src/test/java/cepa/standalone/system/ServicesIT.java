package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.build.ShardResult;
import cepa.json.Json;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.store.s3.S3Settings;
import cepa.store.s3.S3Store;
import cepa.store.s3.Secret;
import cepa.testing.store.S3Server;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every service as a process of its own, with the jars and environment variables of the
/// containers, against one Kafka process and an S3 server; killed where it hurts.
@Tag("system")
class ServicesIT {

  private static final Duration LONG = Duration.ofMinutes(3);

  @Test
  void killedRenderersAndProcessors_leaveTheSameSite(@TempDir Path temporary) throws Exception {
    Path logs = Files.createDirectory(temporary.resolve("logs"));
    try (var upstream =
            UpstreamSimulator.start(
                SimulatorSettings.defaults().withRelays(300).withSpool(temporary));
        var processes = new Processes(logs)) {
      String broker =
          processes.helper(
              BrokerProcess.class.getName(),
              List.of(temporary.resolve("log").toString()),
              "broker ");
      String s3 =
          processes.helper(
              "cepa.testing.store.S3ServerProcess",
              List.of(Files.createDirectory(temporary.resolve("s3")).toString()),
              "S3 endpoint ");
      var scene = new Scene(processes, upstream, broker, s3);
      try {
        scene.play();
      } catch (Throwable e) {
        throw new AssertionError(processes.said(), e);
      }
    }
  }

  /// The services and what is seen of them.
  private static final class Scene {
    private final Processes processes;
    private final UpstreamSimulator upstream;
    private final Map<String, String> environment = new HashMap<>();
    private final KafkaClients clients;
    private final BuildStore builds;
    private final BuildLedger ledger = new BuildLedger();
    private final List<ShardResult> results = new java.util.concurrent.CopyOnWriteArrayList<>();

    private Scene(Processes processes, UpstreamSimulator upstream, String broker, String s3) {
      this.processes = processes;
      this.upstream = upstream;
      this.clients = new KafkaClients(KafkaSettings.at(broker), "test");
      this.builds =
          new BuildStore(
              new S3Store(
                  S3Settings.of(
                      URI.create(s3),
                      "cepa",
                      S3Server.ACCESS_KEY,
                      new Secret(S3Server.SECRET_KEY))));
      environment.put("CEPA_KAFKA_BOOTSTRAP_SERVERS", broker);
      environment.put("CEPA_STORE_KIND", "s3");
      environment.put("CEPA_STORE_S3_ENDPOINT", s3);
      environment.put("CEPA_STORE_S3_BUCKET", "cepa");
      environment.put("CEPA_STORE_S3_CREATEBUCKET", "true");
      environment.put("CEPA_STORE_S3_ACCESSKEY", S3Server.ACCESS_KEY);
      environment.put("CEPA_STORE_S3_SECRETKEY", S3Server.SECRET_KEY);
      // No others are fetched here, so none is to be waited for.
      environment.put("CEPA_PROCESSOR_SOURCES", "onionoo-details,onionoo-uptime");
      environment.put("CEPA_PROCESSOR_QUIETPERIOD", "1s");
      environment.put("CEPA_RENDERER_WORKERS", "1");
      environment.put("SERVER_PORT", "0");
      environment.put("CEPA_EDGE_PORT", "0");
    }

    private void play() throws Exception {
      Process processor = processor();
      for (String source : List.of("details", "uptime")) {
        fetcher(source);
      }
      Process renderer = renderer();
      renderer();
      Awaitility.await().atMost(LONG).until(this::hasTopics);
      try (var events =
              new TopicFollower<>(clients, Topics.BUILDS, BuildEvent.class, (_, e) -> fold(e));
          var reports =
              new TopicFollower<>(
                  clients, Topics.RENDER_RESULTS, ShardResult.class, (_, r) -> results.add(r))) {
        events.start();
        reports.start();
        String first = await("the first build", () -> liveOf(0));
        sameAsUndisturbed(first);

        upstream.setTick(1);
        await("the second build's plan", () -> plannedOf(1));
        processor.destroyForcibly().waitFor();
        processor();
        renderer.destroyForcibly().waitFor();
        renderer();
        String second = await("the second build, processor and renderer killed", () -> liveOf(1));
        assertThat(second).isNotEqualTo(first);
        sameAsUndisturbed(second);
        served(second);
      }
    }

    private boolean hasTopics() throws Exception {
      try (var admin = clients.admin()) {
        return admin.listTopics().names().get().contains(Topics.RENDER_RESULTS);
      }
    }

    /// A full build of the same inputs, made in peace, has the same bytes at every path.
    private void sameAsUndisturbed(String build) {
      String id = "full-" + build;
      try (var writer = new TopicWriter(clients)) {
        writer.write(
            Topics.BUILD_REQUESTS,
            id,
            Json.MAPPER
                .writerFor(BuildRequest.class)
                .writeValueAsBytes(new BuildRequest.Latest(id, true, false)));
      }
      String full = await("a full build", () -> checked(id));
      assertThat(SiteContent.of(builds, full)).isEqualTo(SiteContent.of(builds, build));
    }

    private void served(String build) throws Exception {
      int port = freePort();
      Map<String, String> own = new HashMap<>(environment);
      own.put("CEPA_EDGE_PORT", Integer.toString(port));
      processes.service("edge-service", "cepa.edge.EdgeApplication", own);
      try (HttpClient client = HttpClient.newHttpClient()) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
        Awaitility.await()
            .atMost(LONG)
            .ignoreExceptions()
            .until(() ->
                client
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("X-Cepa-Build")
                    .orElse("")
                    .equals(build));
      }
    }

    private static int freePort() throws Exception {
      try (var socket = new java.net.ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    private Process processor() throws Exception {
      return processes.service(
          "processor-service", "cepa.processor.ProcessorApplication", environment);
    }

    private Process renderer() throws Exception {
      return processes.service(
          "renderer-service", "cepa.renderer.RendererApplication", environment);
    }

    private void fetcher(String source) throws Exception {
      Map<String, String> own = new HashMap<>(environment);
      own.put("CEPA_FETCHER_SOURCES", "onionoo-" + source);
      String prefix = "CEPA_FETCHER_ONIONOO" + source.toUpperCase(java.util.Locale.ROOT);
      own.put(prefix + "_URL", upstream.baseUrl() + "/" + source);
      own.put(prefix + "_CADENCE", "2s");
      processes.service("fetcher-service", "cepa.fetcher.FetcherApplication", own);
    }

    private synchronized void fold(BuildEvent event) {
      ledger.fold(event);
    }

    private synchronized String find(int tick, BuildLedger.State state) {
      var asOf = java.time.Instant.parse("2026-08-22T15:00:00Z").plus(Duration.ofHours(tick));
      return ledger.builds().reversed().stream()
          .filter(b -> b.plan().asOf().equals(asOf) && b.plan().publish())
          .filter(b -> b.plan().inputs().size() == 2)
          .filter(b -> state == BuildLedger.State.PLANNED || b.state() == state)
          .map(BuildLedger.Entry::build)
          .findFirst()
          .orElse("");
    }

    private String liveOf(int tick) {
      return find(tick, BuildLedger.State.LIVE);
    }

    private String plannedOf(int tick) {
      return find(tick, BuildLedger.State.PLANNED);
    }

    private synchronized String checked(String request) {
      return ledger
          .answer(request)
          .flatMap(a -> ledger.find(a.build()))
          .filter(b -> b.state() == BuildLedger.State.CHECKED)
          .map(BuildLedger.Entry::build)
          .orElse("");
    }

    private static String await(String what, Callable<String> value) {
      return Awaitility.await(what).atMost(LONG).until(value, found -> !found.isEmpty());
    }
  }
}
