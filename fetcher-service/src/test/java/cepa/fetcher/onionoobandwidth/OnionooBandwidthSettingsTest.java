package cepa.fetcher.onionoobandwidth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.fetcher.Bound;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class OnionooBandwidthSettingsTest {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new OnionooBandwidthSettings(
                URI.create("https://onionoo.torproject.org/bandwidth"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofHours(72),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                2,
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                DataSize.ofGigabytes(1)));
  }

  @Test
  void everyKey_isBound() {
    assertThat(
            bound(
                Map.ofEntries(
                    Map.entry("url", "http://127.0.0.1:4711/bandwidth"),
                    Map.entry("cadence", "11m"),
                    Map.entry("retry-cadence", "12s"),
                    Map.entry("fresh-for", "13h"),
                    Map.entry("usable-for", "14d"),
                    Map.entry("idle-timeout", "15s"),
                    Map.entry("total-timeout", "16m"),
                    Map.entry("retries", "17"),
                    Map.entry("backoff", "18ms"),
                    Map.entry("max-retry-after", "19s"),
                    Map.entry("max-size", "20MB"))))
        .isEqualTo(
            new OnionooBandwidthSettings(
                URI.create("http://127.0.0.1:4711/bandwidth"),
                Duration.ofMinutes(11),
                Duration.ofSeconds(12),
                Duration.ofHours(13),
                Duration.ofDays(14),
                Duration.ofSeconds(15),
                Duration.ofMinutes(16),
                17,
                Duration.ofMillis(18),
                Duration.ofSeconds(19),
                DataSize.ofMegabytes(20)));
  }

  @ParameterizedTest
  @CsvSource({
    "url, details, url must be an absolute http or https URL",
    "url, ftp://host/bandwidth, url must be an absolute http or https URL",
    "url, http://name:secret@host/bandwidth, url must not hold a name or password",
    "cadence, 0s, cadence must be longer than zero",
    "retry-cadence, -1s, retry-cadence must be longer than zero",
    "usable-for, 1h, usable-for (PT1H) must not be shorter than fresh-for",
    "idle-timeout, 0s, idle-timeout must be longer than zero",
    "total-timeout, 0s, total-timeout must be longer than zero",
    "retries, 21, 'retries must be between 0 and 20, not 21'",
    "backoff, 0s, backoff must be longer than zero",
    "max-retry-after, 0s, max-retry-after must be longer than zero",
    "max-size, 0B, 'max-size must be larger than zero, not 0'",
  })
  void nonsense_isRefusedAtTheStart(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of(key, value)).feed())
        .satisfies(e -> assertThat(rootOf(e)).hasMessageContaining(message));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private static OnionooBandwidthSettings bound(Map<String, String> properties) {
    return Bound.settings(
        "cepa.fetcher.onionoo-bandwidth", OnionooBandwidthSettings.class, properties);
  }
}
