package cepa.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class RendererSettingsTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Enabled.class);

  @Test
  void defaults() {
    context.run(started ->
        assertThat(started.getBean(RendererSettings.class))
            .isEqualTo(
                new RendererSettings(
                    "renderer",
                    0,
                    Duration.ofSeconds(15),
                    5,
                    2,
                    DataSize.ofMegabytes(64),
                    DataSize.ofBytes(1_500_000))));
  }

  @Test
  void everyKeyIsBound() {
    context
        .withPropertyValues(
            "cepa.renderer.name=r-7",
            "cepa.renderer.workers=3",
            "cepa.renderer.lock=20s",
            "cepa.renderer.deliveries=7",
            "cepa.renderer.models=1",
            "cepa.renderer.fragments=1MB",
            "cepa.renderer.largest-page=2KB")
        .run(started ->
            assertThat(started.getBean(RendererSettings.class))
                .isEqualTo(
                    new RendererSettings(
                        "r-7",
                        3,
                        Duration.ofSeconds(20),
                        7,
                        1,
                        DataSize.ofMegabytes(1),
                        DataSize.ofKilobytes(2))));
  }

  @Test
  void noWorkersMeansOneACore() {
    context.run(started ->
        assertThat(started.getBean(RendererSettings.class).workerCount())
            .isEqualTo(Runtime.getRuntime().availableProcessors()));
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', must not be blank",
    "workers, -1, must be greater than or equal to 0",
    "lock, 10ms, must be longer than or equal to",
    "deliveries, 0, must be greater than or equal to 1",
    "models, 0, must be greater than or equal to 1",
    "fragments, lots, lots"
  })
  void nonsense_isRefusedWithItsName(String key, String value, String message) {
    context
        .withPropertyValues("cepa.renderer." + key + "=" + value)
        .run(started ->
            assertThat(started.getStartupFailure())
                .hasStackTraceContaining(key)
                .hasStackTraceContaining(message));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RendererSettings.class)
  static class Enabled {}
}
