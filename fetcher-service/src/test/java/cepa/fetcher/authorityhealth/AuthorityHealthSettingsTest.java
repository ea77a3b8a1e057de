package cepa.fetcher.authorityhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.fetcher.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityHealthSettingsTest {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new AuthorityHealthSettings(
                List.of(
                    "moria1=128.31.0.39:9131",
                    "tor26=86.59.21.38:80",
                    "dizum=45.66.33.45:80",
                    "gabelmoo=131.188.40.189:80",
                    "bastet=204.13.164.118:80",
                    "dannenberg=193.23.244.244:80",
                    "maatuska=171.25.193.9:443",
                    "longclaw=199.58.81.140:80",
                    "faravahar=154.35.175.225:80"),
                Duration.ofMinutes(10),
                Duration.ofMinutes(2),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15)));
  }

  @Test
  void everyKey_isBound() {
    assertThat(
            bound(
                Map.of(
                    "authorities", "a=127.0.0.1:11,b=[::1]:12",
                    "cadence", "13m",
                    "retry-cadence", "14s",
                    "fresh-for", "15h",
                    "usable-for", "16d",
                    "probe-timeout", "17s",
                    "total-timeout", "18m")))
        .isEqualTo(
            new AuthorityHealthSettings(
                List.of("a=127.0.0.1:11", "b=[::1]:12"),
                Duration.ofMinutes(13),
                Duration.ofSeconds(14),
                Duration.ofHours(15),
                Duration.ofDays(16),
                Duration.ofSeconds(17),
                Duration.ofMinutes(18)));
  }

  @Test
  void listInPieces_isBoundToo() {
    assertThat(
            bound(Map.of("authorities[0]", "a=127.0.0.1:11", "authorities[1]", "b=127.0.0.1:12"))
                .endpoints())
        .containsExactly(
            new AuthorityEndpoint("a", "127.0.0.1", 11),
            new AuthorityEndpoint("b", "127.0.0.1", 12));
  }

  @Test
  void addressesThatChange_areStillTheSameSource() {
    assertThat(bound(Map.of("authorities", "a=127.0.0.1:11")).feed().endpoint())
        .isEqualTo(bound(Map.of()).feed().endpoint());
  }

  @ParameterizedTest
  @CsvSource({
    "authorities, '', 'authorities must name 1 to 100, not 0; to fetch without this source'",
    "authorities, moria1, authorities must be like 'moria1=128.31.0.39:9131'",
    "authorities, 'a=127.0.0.1:1,A=127.0.0.1:2', authorities names 'A' twice",
    "cadence, 0s, cadence must be longer than zero",
    "retry-cadence, -1s, retry-cadence must be longer than zero",
    "usable-for, 29m, usable-for (PT29M) must not be shorter than fresh-for",
    "probe-timeout, 0s, 'probe-timeout must be longer than zero and at most PT1M, not PT0S'",
    "probe-timeout, 61s, 'probe-timeout must be longer than zero and at most PT1M, not PT1M1S'",
    "total-timeout, 9s, total-timeout (PT9S) must not be shorter than probe-timeout (PT10S)",
  })
  void nonsense_isRefusedAtTheStart(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of(key, value)).feed())
        .satisfies(e -> assertThat(rootOf(e)).hasMessageContaining(message));
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private static AuthorityHealthSettings bound(Map<String, String> properties) {
    return Bound.settings(
        "cepa.fetcher.authority-health", AuthorityHealthSettings.class, properties);
  }
}
