package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class EdgeApplicationTest {

  @Test
  void application_servesReadersAndManagementOnTwoPortsAndNeedsNoBroker(@TempDir Path directory) {
    try (var store = new DirectoryStore(directory)) {
      TestBuild.numbered(1).live(store);
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(EdgeApplication.class)
            .run(
                "--server.port=0",
                "--cepa.edge.port=0",
                "--cepa.store.directory=" + directory,
                "--cepa.kafka.bootstrap-servers=localhost:1",
                "--cepa.kafka.request-timeout=1s")) {
      int edge = context.getBean(EdgeServer.class).port();
      int management =
          Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));

      assertThat(Http.get(edge, "/").text()).isEqualTo("home 1");
      assertThat(Http.get(edge, "/actuator/health").status()).isEqualTo(404);
      assertThat(Http.get(edge, "/status.json").text()).contains("\"sources\":null");
      assertThat(Http.get(management, "/actuator/health").text()).contains("\"edge\"", "UP");
      assertThat(Http.get(management, "/actuator/prometheus").text())
          .contains(
              "cepa_edge_requests_seconds_count{outcome=\"page\"} 1",
              "cepa_edge_live_paths 3.0",
              "cepa_edge_degraded 0.0",
              "cepa_edge_cache_misses_total 1.0");
    }
  }
}
