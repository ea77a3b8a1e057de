package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

class EdgePropertiesTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Test
  void nothingSet_bindsTheDefaults() {
    runner.run(context -> {
      var properties = context.getBean(EdgeProperties.class);
      assertThat(properties)
          .isEqualTo(
              new EdgeProperties(
                  8080,
                  null,
                  Duration.ofSeconds(1),
                  DataSize.ofMegabytes(128),
                  4,
                  ".preview.localhost",
                  Duration.ZERO,
                  null,
                  "public, max-age=1800, stale-while-revalidate=3600," + " stale-if-error=86400"));
    });
  }

  @Test
  void everyKey_isBoundFromText() {
    runner
        .withPropertyValues(
            "cepa.edge.port=0",
            "cepa.edge.address=127.0.0.1",
            "cepa.edge.poll=250ms",
            "cepa.edge.cache=2GB",
            "cepa.edge.previews=9",
            "cepa.edge.preview-suffix=.preview.example.org",
            "cepa.edge.hsts=365d",
            "cepa.edge.onion-location=http://abc.onion",
            "cepa.edge.cdn-cache-control=")
        .run(context -> {
          var properties = context.getBean(EdgeProperties.class);
          assertThat(properties.port()).isZero();
          assertThat(properties.address()).hasToString("/127.0.0.1");
          assertThat(properties.poll()).isEqualTo(Duration.ofMillis(250));
          assertThat(properties.cache()).isEqualTo(DataSize.ofGigabytes(2));
          assertThat(properties.previews()).isEqualTo(9);
          assertThat(properties.previewSuffix()).isEqualTo(".preview.example.org");
          assertThat(properties.hsts()).isEqualTo(Duration.ofDays(365));
          assertThat(properties.onionLocation()).isEqualTo(URI.create("http://abc.onion"));
          assertThat(properties.cdnCacheControl()).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cepa.edge.port=70000                            | port
          cepa.edge.poll=10ms                             | cepa.edge.poll must be 100ms or more
          cepa.edge.cache=10KB                            | cepa.edge.cache must be 1MB or more
          cepa.edge.previews=0                            | previews
          cepa.edge.preview-suffix=preview                | previewSuffix
          cepa.edge.hsts=-1s                              | cepa.edge.hsts must not be negative
          cepa.edge.onion-location=http://abc.onion/page  | cepa.edge.onion-location must be
          cepa.edge.onion-location=http://example.org     | cepa.edge.onion-location must be
          """)
  void nonsense_isRefusedWithAReason(String property, String reason) {
    runner
        .withPropertyValues(property)
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(reason));
  }

  @Test
  void readme_namesEveryPropertyWithItsDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    JsonNode metadata;
    try (var in =
        EdgeProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      metadata = Json.MAPPER.readTree(in);
    }

    assertThat(metadata.get("properties")).isNotEmpty();
    for (JsonNode property : metadata.get("properties")) {
      String name = property.get("name").asString();
      String value = property.path("defaultValue").asString("");
      assertThat(readme.lines().filter(line -> line.startsWith("| `" + name + "`")))
          .as(name)
          .singleElement()
          .asString()
          .contains(value);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(EdgeProperties.class)
  static class Bound {}
}
