package cepa.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.model.SiteSettings.BandwidthUnit;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class ProcessorSettingsTest {

  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("sources", "onionoo-details,onionoo-uptime"),
          Map.entry("automatic", "false"),
          Map.entry("quiet-period", "1s"),
          Map.entry("longest-wait", "2s"),
          Map.entry("first-grace", "3s"),
          Map.entry("shard-deadline", "4s"),
          Map.entry("shards", "5"),
          Map.entry("retained-builds", "6"),
          Map.entry("retained-days", "7"),
          Map.entry("garbage-age", "8h"),
          Map.entry("base-url", "https://relays.example.org/tor/"),
          Map.entry("bandwidth-unit", "bytes"),
          Map.entry("filter-downtime-days", "9"));

  @EnableConfigurationProperties(ProcessorSettings.class)
  static class Configuration {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Configuration.class);

  @Test
  void everyDefault() {
    runner.run(context ->
        assertThat(context.getBean(ProcessorSettings.class))
            .isEqualTo(
                new ProcessorSettings(
                    Set.of(),
                    true,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    64,
                    48,
                    30,
                    Duration.ofHours(24),
                    null,
                    BandwidthUnit.BITS,
                    7)));
  }

  @Test
  void everyKeyIsBound() {
    runner
        .withPropertyValues(
            ALL.entrySet().stream()
                .map(e -> "cepa.processor." + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new))
        .run(context -> {
          ProcessorSettings settings = context.getBean(ProcessorSettings.class);
          assertThat(settings)
              .isEqualTo(
                  new ProcessorSettings(
                      Set.of("onionoo-details", "onionoo-uptime"),
                      false,
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(2),
                      Duration.ofSeconds(3),
                      Duration.ofSeconds(4),
                      5,
                      6,
                      7,
                      Duration.ofHours(8),
                      URI.create("https://relays.example.org/tor/"),
                      BandwidthUnit.BYTES,
                      9));
          assertThat(settings.baseUrlText()).isEqualTo("https://relays.example.org/tor");
          assertThat(ALL).hasSize(ProcessorSettings.class.getRecordComponents().length);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          base-url        | ftp://example.org       | absolute http or https
          base-url        | /tor                    | absolute http or https
          base-url        | https://example.org/?q  | without a query
          base-url        | https://                | base-url
          shards          | 0                       | shards
          shards          | 5000                    | shards
          retained-builds | 1                       | retainedBuilds
          retained-days   | -1                      | retainedDays
          quiet-period    | -1s                     | quiet-period
          shard-deadline  | 0s                      | shard-deadline
          garbage-age     | -1h                     | garbage-age
          bandwidth-unit  | furlongs                | bandwidth-unit
          """)
  void nonsenseIsRefused(String key, String value, String message) {
    runner
        .withPropertyValues("cepa.processor." + key + "=" + value)
        .run(context -> {
          assertThatThrownBy(() -> context.getBean(ProcessorSettings.class)).isNotNull();
          StringBuilder all = new StringBuilder();
          for (Throwable t = context.getStartupFailure(); t != null; t = t.getCause()) {
            all.append(t).append('\n');
          }
          assertThat(all.toString()).contains(message);
        });
  }
}
