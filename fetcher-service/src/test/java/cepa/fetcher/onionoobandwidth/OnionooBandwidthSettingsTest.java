package cepa.fetcher.onionoobandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OnionooBandwidthSettingsTest extends TransferSettingsContract<OnionooBandwidthSettings> {

  OnionooBandwidthSettingsTest() {
    super(OnionooBandwidthSettings.class);
  }

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
}
