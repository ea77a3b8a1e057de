package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.FetchOutcome.Published;
import cepa.service.ServiceConfiguration;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.simulator.authorityhealth.AuthorityHealthSource;
import cepa.simulator.authorityhealth.PortBehaviour;
import cepa.topic.SnapshotManifest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the simulator onto the log and back, for the sources that are one document.
@Tag("broker")
class SimulatedJsonSourcesIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static Broker broker;
  private static UpstreamSimulator simulator;
  private static AuthorityHealthSource authorities;
  private static ConfigurableApplicationContext context;

  @TempDir static Path directory;

  @BeforeAll
  static void start() {
    broker = new Broker();
    simulator = UpstreamSimulator.start(SimulatorSettings.defaults().withSeed(3).withRelays(300));
    authorities = simulator.sources().get(AuthorityHealthSource.class);
    String endpoints =
        authorities.open().entrySet().stream()
            .map(e -> e.getKey() + "=127.0.0.1:" + e.getValue().getPort())
            .collect(Collectors.joining(","));
    context =
        new SpringApplicationBuilder(Host.class)
            .web(WebApplicationType.NONE)
            .run(
                "--cepa.kafka.bootstrap-servers=" + broker.settings().bootstrapServers(),
                "--cepa.store.directory=" + directory.resolve("store"),
                "--cepa.fetcher.schedule=false",
                "--cepa.fetcher.spool-directory=" + directory.resolve("spool"),
                "--cepa.fetcher.onionoo-bandwidth.url=" + simulator.baseUrl() + "/bandwidth",
                "--cepa.fetcher.aroi-validation.url=" + simulator.baseUrl() + "/latest.json",
                "--cepa.fetcher.authority-health.authorities=" + endpoints,
                "--cepa.fetcher.authority-health.probe-timeout=1s");
  }

  @AfterAll
  static void stop() {
    context.close();
    simulator.close();
    broker.close();
  }

  @Test
  void bandwidth_isReadBackAsServed() throws Exception {
    JsonNode served = served("/bandwidth");

    SnapshotManifest manifest = fetched("onionoo-bandwidth");

    Map<String, JsonNode> expected = new TreeMap<>();
    served.get("relays").forEach(r -> expected.put(r.get("fingerprint").asString(), r));
    assertThat(parsed(broker.records(manifest))).isEqualTo(expected).hasSizeGreaterThan(200);
    assertThat(manifest.documents()).extracting(d -> d.name()).containsExactly("bandwidth");
    assertThat(manifest.published())
        .isEqualTo(
            Instant.parse(served.get("relays_published").asString().replace(' ', 'T').concat("Z")));
    assertThat(again("onionoo-bandwidth")).isEqualTo(new FetchOutcome.Unchanged(manifest, null));
  }

  @Test
  void aroi_isReadBackAsServed() throws Exception {
    JsonNode served = served("/latest.json");

    SnapshotManifest manifest = fetched("aroi-validation");

    Map<String, JsonNode> expected = new TreeMap<>();
    served.get("results").forEach(r -> expected.put(r.get("fingerprint").asString(), r));
    Map<String, JsonNode> records = parsed(broker.records(manifest));
    JsonNode head = of("head", records);
    records.remove("head");
    assertThat(records).isEqualTo(expected).hasSizeGreaterThan(200);
    assertThat(head.propertyNames()).containsExactly("metadata", "statistics");
    assertThat(head.get("statistics")).isEqualTo(served.get("statistics"));
    assertThat(manifest.published())
        .isEqualTo(
            LocalDateTime.parse(served.get("metadata").get("timestamp").asString())
                .toInstant(ZoneOffset.UTC));
    assertThat(again("aroi-validation")).isEqualTo(new FetchOutcome.Unchanged(manifest, null));
  }

  @Test
  void authorities_areProbedAndTheirStatesReadBack() throws Exception {
    authorities.behave("moria1", PortBehaviour.REFUSE);
    authorities.behave("dizum", PortBehaviour.SILENT);

    Map<String, JsonNode> probes = parsed(broker.records(fetched("authority-health")));

    assertThat(probes).hasSize(9).containsKeys("tor26", "faravahar");
    assertThat(of("moria1", probes).get("error").asString()).isEqualTo("refused");
    assertThat(of("dizum", probes).get("error").asString()).isEqualTo("timeout");
    assertThat(of("tor26", probes).get("online").asBoolean()).isTrue();
    assertThat(of("tor26", probes).get("latencyMs").asDouble()).isNotNegative();

    authorities.behave("moria1", PortBehaviour.ACCEPT);
    Map<String, JsonNode> later = parsed(broker.records(fetched("authority-health")));
    assertThat(of("moria1", later).get("online").asBoolean()).isTrue();
  }

  private static JsonNode served(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path)).build(),
                      HttpResponse.BodyHandlers.ofByteArray())
                  .body());
    }
  }

  private static SnapshotManifest fetched(String source) throws InterruptedException {
    FetchOutcome outcome = again(source);
    assertThat(outcome).isInstanceOf(Published.class);
    return ((Published) outcome).snapshot();
  }

  private static FetchOutcome again(String source) throws InterruptedException {
    FetchOutcome outcome =
        context.getBean(Fetchers.class).fetchOnce(List.of(source), LIMIT).get(source);
    assertThat(outcome).isNotNull();
    return outcome;
  }

  private static Map<String, JsonNode> parsed(Map<String, String> records) {
    Map<String, JsonNode> parsed = new TreeMap<>();
    records.forEach((key, value) -> parsed.put(key, JsonMapper.shared().readTree(value)));
    return parsed;
  }

  private static JsonNode of(String key, Map<String, JsonNode> records) {
    return Objects.requireNonNull(records.get(key), key);
  }

  /// A process that fetches on request only.
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceConfiguration.class, FetcherConfiguration.class})
  static class Host {}
}
