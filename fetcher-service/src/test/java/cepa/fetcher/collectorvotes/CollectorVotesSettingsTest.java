package cepa.fetcher.collectorvotes;

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

class CollectorVotesSettingsTest {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new CollectorVotesSettings(
                URI.create("https://collector.torproject.org/recent/relay-descriptors/votes/"),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(150),
                Duration.ofHours(3),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                2,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(100),
                4,
                Duration.ofHours(1)));
  }

  @Test
  void everyKey_isBound() {
    assertThat(
            bound(
                Map.ofEntries(
                    Map.entry("url", "http://127.0.0.1:4711/files"),
                    Map.entry("cadence", "11m"),
                    Map.entry("retry-cadence", "12s"),
                    Map.entry("fresh-for", "13h"),
                    Map.entry("usable-for", "14d"),
                    Map.entry("idle-timeout", "15s"),
                    Map.entry("total-timeout", "16m"),
                    Map.entry("retries", "17"),
                    Map.entry("backoff", "18ms"),
                    Map.entry("max-retry-after", "19s"),
                    Map.entry("max-size", "20MB"),
                    Map.entry("parallel", "7"),
                    Map.entry("late", "22m"))))
        .isEqualTo(
            new CollectorVotesSettings(
                URI.create("http://127.0.0.1:4711/files/"),
                Duration.ofMinutes(11),
                Duration.ofSeconds(12),
                Duration.ofHours(13),
                Duration.ofDays(14),
                Duration.ofSeconds(15),
                Duration.ofMinutes(16),
                17,
                Duration.ofMillis(18),
                Duration.ofSeconds(19),
                DataSize.ofMegabytes(20),
                7,
                Duration.ofMinutes(22)));
  }

  @ParameterizedTest
  @CsvSource({
    "url, files, url must be an absolute http or https URL",
    "url, ftp://host/files/, url must be an absolute http or https URL",
    "url, http://name:secret@host/files/, url must not hold a name or password",
    "url, http://host/files/?C=N, 'url must be a directory, without ? and #'",
    "cadence, 0s, cadence must be longer than zero",
    "retry-cadence, -1s, retry-cadence must be longer than zero",
    "usable-for, 1h, usable-for (PT1H) must not be shorter than fresh-for",
    "idle-timeout, 0s, idle-timeout must be longer than zero",
    "total-timeout, 0s, total-timeout must be longer than zero",
    "retries, 21, 'retries must be between 0 and 20, not 21'",
    "backoff, 0s, backoff must be longer than zero",
    "max-retry-after, 0s, max-retry-after must be longer than zero",
    "max-size, 0B, 'max-size must be larger than zero, not 0'",
    "late, -1s, late must not be negative",
  })
  void nonsense_isRefusedAtTheStart(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of(key, value)).feed())
        .satisfies(e -> assertThat(rootOf(e)).hasMessageContaining(message));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private static CollectorVotesSettings bound(Map<String, String> properties) {
    return Bound.settings("cepa.fetcher.collector-votes", CollectorVotesSettings.class, properties);
  }
}
