package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cepa.fetcher.FetchOutcome.Published;
import cepa.service.ServiceConfiguration;
import cepa.topic.SourceStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/// The whole fetcher, alone and within another process.
@Tag("broker")
class FetcherApplicationIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static Broker broker;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    broker = new Broker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void enabledSources_arePublishedAndShownByHealthAndMetrics() throws Exception {
    try (var good = new Upstream(Upstream.body(details("2026-08-22 15:00:00", 20)));
        var bad = new Upstream(Upstream.status(404));
        var context =
            new SpringApplicationBuilder(FetcherApplication.class)
                .properties(Map.of("cepa.fetcher.sources", "onionoo-details,onionoo-uptime"))
                .run(arguments(good.url(), bad.url()))) {
      await()
          .atMost(LIMIT)
          .until(() -> outcomes("onionoo-details").contains(SourceStatus.Outcome.PUBLISHED));
      await()
          .atMost(LIMIT)
          .until(() -> outcomes("onionoo-uptime").contains(SourceStatus.Outcome.FAILED));

      assertThat(good.requests().getFirst().getFirst("User-Agent")).isEqualTo("Cepa/0.1.0");
      String health = get(context, "/actuator/health");
      assertThat(health)
          .contains("\"onionoo-details\"")
          .contains("\"onionoo-uptime\"")
          .contains("status 404");
      await()
          .atMost(LIMIT)
          .untilAsserted(() ->
              assertThat(get(context, "/actuator/prometheus"))
                  .contains(
                      "cepa_fetch_attempts_total{outcome=\"published\","
                          + "source=\"onionoo-details\"} 1.0")
                  .contains("cepa_fetch_data_age_seconds{source=\"onionoo-details\"}")
                  .contains("cepa_fetch_duration_seconds_count"));
      assertThat(get(context, "/actuator/health/liveness")).contains("UP");
    }
  }

  @Test
  void anotherProcess_fetchesOnce() throws Exception {
    try (var upstream = new Upstream(Upstream.body(details("2026-08-22 16:00:00", 20)));
        var context =
            new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.NONE)
                .properties(
                    Map.of(
                        "cepa.fetcher.schedule",
                        "false",
                        "cepa.store.directory",
                        directory.resolve("store").toString()))
                .run(arguments(upstream.url(), upstream.url()))) {
      Fetchers fetchers = context.getBean(Fetchers.class);
      assertThat(fetchers.sources()).containsExactly("onionoo-details", "onionoo-uptime");

      Map<String, FetchOutcome> outcomes = fetchers.fetchOnce(List.of("onionoo-details"), LIMIT);

      assertThat(outcomes.get("onionoo-details"))
          .isInstanceOfSatisfying(
              Published.class, p -> assertThat(broker.records(p.snapshot())).hasSize(20));
    }
  }

  private static List<SourceStatus.Outcome> outcomes(String source) {
    return broker.statuses(source).stream().map(SourceStatus::outcome).toList();
  }

  private String[] arguments(URI details, URI uptime) {
    return new String[] {
      "--server.port=0",
      "--cepa.kafka.bootstrap-servers=" + broker.settings().bootstrapServers(),
      "--cepa.fetcher.sources=onionoo-details,onionoo-uptime",
      "--cepa.fetcher.spool-directory=" + directory,
      "--cepa.fetcher.onionoo-details.url=" + details,
      "--cepa.fetcher.onionoo-uptime.url=" + uptime
    };
  }

  private static String get(ConfigurableApplicationContext context, String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A process that runs all services.
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ServiceConfiguration.class, FetcherConfiguration.class})
  static class Host {}
}
