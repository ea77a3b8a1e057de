package cepa.fetcher.onionoodetails;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OnionooDetailsSettingsTest extends TransferSettingsContract<OnionooDetailsSettings> {

  OnionooDetailsSettingsTest() {
    super(OnionooDetailsSettings.class);
  }

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new OnionooDetailsSettings(
                URI.create("https://onionoo.torproject.org/details"),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofHours(6),
                Duration.ofHours(24),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                3,
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                DataSize.ofGigabytes(1)));
  }

  @Test
  void idleLimit_survivesTheStallThatEndedTheReference() {
    assertThat(bound(Map.of()).idleTimeout()).isGreaterThan(Duration.ofSeconds(7));
  }
}
