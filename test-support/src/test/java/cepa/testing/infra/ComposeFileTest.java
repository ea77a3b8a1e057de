package cepa.testing.infra;

import static cepa.testing.infra.ProjectFiles.list;
import static cepa.testing.infra.ProjectFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {

  private static final List<String> OURS =
      List.of(
          "fetcher-onionoo-details",
          "fetcher-onionoo-uptime",
          "fetcher-onionoo-bandwidth",
          "fetcher-aroi-validation",
          "fetcher-collector-consensus",
          "fetcher-collector-votes",
          "fetcher-collector-bandwidths",
          "fetcher-collector-descriptors",
          "fetcher-authority-health",
          "processor",
          "renderer",
          "edge");

  private final Map<?, ?> compose;

  ComposeFileTest() throws IOException {
    compose = ProjectFiles.yaml("docker-compose.yml");
  }

  static Stream<String> services() throws IOException {
    return map(ProjectFiles.yaml("docker-compose.yml"), "services").keySet().stream()
        .map(String::valueOf);
  }

  @Test
  void onlyKeysThatComposeOneKnows_areUsed() {
    assertThat(compose.keySet())
        .allSatisfy(key ->
            assertThat(String.valueOf(key))
                .matches(k -> k.equals("services") || k.equals("volumes") || k.startsWith("x-")));
  }

  @Test
  void everyPartOfTheSite_isThere() throws IOException {
    assertThat(services()).containsAll(OURS).contains("kafka", "minio", "cdn");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyService_isBoundedUnprivilegedAndWatched(String name) {
    Map<?, ?> service = service(name);

    assertThat(String.valueOf(service.get("user"))).matches("[1-9][0-9]*:[1-9][0-9]*");
    assertThat(list(service, "cap_drop")).isEqualTo(List.of("ALL"));
    assertThat(list(service, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
    assertThat(service.get("mem_limit")).as("mem_limit").isNotNull();
    assertThat(service.get("cpus")).as("cpus").isNotNull();
    assertThat(list(map(service, "healthcheck"), "test").getFirst()).isEqualTo("CMD");
    assertThat(String.valueOf(service.get("image"))).matches("\\$\\{[A-Z_]+:-[^:]+:[^:}]+}");
    assertThat(service.get("container_name")).as("a fixed name forbids scaling").isNull();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyDependency_isAServiceWithAHealthCheck(String name) {
    if (service(name).get("depends_on") == null) {
      assertThat(name).isIn("kafka", "minio");
      return;
    }
    map(service(name), "depends_on")
        .forEach((needed, how) -> {
          assertThat(map(service(String.valueOf(needed)), "healthcheck")).isNotEmpty();
          assertThat(map(how).get("condition")).isIn("service_healthy", "service_started");
        });
  }

  @Test
  void onlyTheCache_isPublished() throws IOException {
    assertThat(services().filter(name -> service(name).get("ports") != null))
        .containsExactly("cdn");
  }

  @Test
  void ourEnvironment_isReadAsMeant() {
    for (String name : OURS) {
      var environment = new Environment(map(service(name), "environment"));
      assertThat(environment.withoutEffect()).as(name).isEmpty();
      assertThat(environment.kafka().bootstrapServers()).as(name).isEqualTo("kafka:9092");
    }
    for (String name : List.of("processor", "renderer", "edge")) {
      StoreSettings store = new Environment(map(service(name), "environment")).store();
      assertThat(store.kind()).isEqualTo(StoreSettings.Kind.S3);
      assertThat(store.s3().endpoint()).isEqualTo(URI.create("http://minio:9000"));
      assertThat(store.s3().bucket()).isEqualTo("cepa");
      assertThat(store.s3().createBucket()).isTrue();
      assertThat(store.s3().accessKey())
          .isEqualTo(new Environment(map(service("minio"), "environment")).text("MINIO_ROOT_USER"));
      assertThat(store.s3().secretKey().value())
          .isEqualTo(
              new Environment(map(service("minio"), "environment")).text("MINIO_ROOT_PASSWORD"));
    }
  }

  @Test
  void eachSource_hasOneFetcher() throws IOException {
    var sources = new LinkedHashMap<String, String>();
    services()
        .filter(name -> name.startsWith("fetcher-"))
        .forEach(name ->
            sources.put(
                name,
                new Environment(map(service(name), "environment")).text("CEPA_FETCHER_SOURCES")));

    assertThat(sources)
        .allSatisfy((name, source) -> assertThat(name).isEqualTo("fetcher-" + source));
  }

  @Test
  void everyImage_isBuiltFromAModule() {
    for (String name : OURS) {
      Map<?, ?> build = map(service(name), "build");
      Map<?, ?> args = map(build, "args");
      assertThat(ProjectFiles.root().resolve(String.valueOf(build.get("dockerfile")))).exists();
      assertThat(ProjectFiles.root().resolve(args.get("MODULE") + "/pom.xml")).exists();
      String module = String.valueOf(args.get("MODULE")).replace("-service", "");
      assertThat(String.valueOf(args.get("MAIN"))).startsWith("cepa." + module + ".");
    }
  }

  @Test
  void everyKafkaSetting_isOneTheBrokerKnows() {
    // The image turns KAFKA_LOG_DIRS into log.dirs.
    var names =
        map(service("kafka"), "environment").keySet().stream()
            .map(String::valueOf)
            .filter(name -> name.startsWith("KAFKA_") && !name.equals("KAFKA_HEAP_OPTS"))
            .map(name -> name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT))
            .map(name -> name.replace('_', '.'));

    assertThat(names).isNotEmpty().isSubsetOf(AbstractKafkaConfig.CONFIG_DEF.names());
  }

  @Test
  void unknownNames_areFound() {
    var misspelt =
        new Environment(Map.of("CEPA_STORE_S3_BUKET", "x", "CEPA_KAFKA_BOOTSTRAP_SERVERS", "k"));

    assertThat(misspelt.withoutEffect()).containsExactly("CEPA_STORE_S3_BUKET");
  }

  private Map<?, ?> service(String name) {
    return map(map(compose, "services"), name);
  }
}
