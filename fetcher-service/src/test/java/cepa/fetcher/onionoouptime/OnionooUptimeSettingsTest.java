package cepa.fetcher.onionoouptime;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OnionooUptimeSettingsTest extends TransferSettingsContract<OnionooUptimeSettings> {

  OnionooUptimeSettingsTest() {
    super(OnionooUptimeSettings.class);
  }

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new OnionooUptimeSettings(
                URI.create("https://onionoo.torproject.org/uptime"),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofHours(72),
                Duration.ofSeconds(60),
                Duration.ofMinutes(20),
                2,
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                DataSize.ofGigabytes(4)));
  }

  @Test
  void idleLimit_survivesTheStallThatEndedTheReference() {
    assertThat(bound(Map.of()).idleTimeout()).isGreaterThan(Duration.ofSeconds(7));
  }
}
