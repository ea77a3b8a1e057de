package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What holds for the settings of every source that is fetched over HTTP, whatever its defaults.
public abstract class TransferSettingsContract<T extends TransferSettings> {

  private static final String URL = "http://127.0.0.1:4711/files/";

  private final Class<T> type;

  protected TransferSettingsContract(Class<T> type) {
    this.type = type;
  }

  /// The settings with these properties, named below their prefix, and defaults otherwise.
  protected final T bound(Map<String, String> properties) {
    var prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
    return Bound.settings(prefix, type, properties);
  }

  /// Checks that a value is refused where settings are read or the feed is made of them.
  protected final void assertRefused(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of(key, value)).feed())
        .satisfies(e -> assertThat(rootOf(e)).hasMessageContaining(message));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  @Test
  void everyKeyOfATransfer_isBound() {
    Map<String, String> properties = new HashMap<>();
    properties.put("url", URL);
    properties.put("cadence", "11m");
    properties.put("retry-cadence", "12s");
    properties.put("fresh-for", "13h");
    properties.put("usable-for", "14d");
    properties.put("idle-timeout", "15s");
    properties.put("total-timeout", "16m");
    properties.put("retries", "17");
    properties.put("backoff", "18ms");
    properties.put("max-retry-after", "19s");
    properties.put("max-size", "20MB");

    assertThat(bound(properties).feed())
        .isEqualTo(
            new FeedSettings(
                URI.create(URL),
                Duration.ofMinutes(11),
                Duration.ofSeconds(12),
                Duration.ofHours(13),
                Duration.ofDays(14),
                new TransferLimits(
                    Duration.ofSeconds(15), Duration.ofMinutes(16), 20L * 1024 * 1024),
                new RetryPolicy(17, Duration.ofMillis(18), Duration.ofSeconds(19))));
  }

  @ParameterizedTest
  @CsvSource({
    "url, files, url must be an absolute http or https URL",
    "url, ftp://host/files/, url must be an absolute http or https URL",
    "url, http://name:secret@host/files/, url must not hold a name or password",
    "cadence, 0s, cadence must be longer than zero",
    "retry-cadence, -1s, retry-cadence must be longer than zero",
    "usable-for, 1m, usable-for (PT1M) must not be shorter than fresh-for",
    "idle-timeout, 0s, idle-timeout must be longer than zero",
    "total-timeout, 0s, total-timeout must be longer than zero",
    "retries, 21, 'retries must be between 0 and 20, not 21'",
    "backoff, 0s, backoff must be longer than zero",
    "max-retry-after, 0s, max-retry-after must be longer than zero",
    "max-size, 0B, 'max-size must be larger than zero, not 0'",
  })
  void nonsense_isRefusedAtTheStart(String key, String value, String message) {
    assertRefused(key, value, message);
  }
}
