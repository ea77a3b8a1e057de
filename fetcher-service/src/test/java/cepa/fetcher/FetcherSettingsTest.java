package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherSettingsTest {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new FetcherSettings(
                List.of(),
                true,
                false,
                Path.of(System.getProperty("java.io.tmpdir"), "cepa-spool"),
                Duration.ofSeconds(20),
                "Cepa"));
  }

  @Test
  void everyKey_isBound() {
    assertThat(
            bound(
                Map.of(
                    "sources", "onionoo-details,onionoo-uptime",
                    "schedule", "false",
                    "accept-absurd", "true",
                    "spool-directory", "some/where",
                    "connect-timeout", "3s",
                    "user-agent", "Cepa (admin@example.org)")))
        .isEqualTo(
            new FetcherSettings(
                List.of("onionoo-details", "onionoo-uptime"),
                false,
                true,
                Path.of("some/where"),
                Duration.ofSeconds(3),
                "Cepa (admin@example.org)"));
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, 0s, connect-timeout must be longer than zero",
    "connect-timeout, -1s, connect-timeout must be longer than zero",
    "user-agent, Cépa, user-agent must be printable ASCII",
  })
  void nonsense_isRefused(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of(key, value))).rootCause().hasMessageContaining(message);
  }

  private static FetcherSettings bound(Map<String, String> properties) {
    return Bound.settings("cepa.fetcher", FetcherSettings.class, properties);
  }
}
