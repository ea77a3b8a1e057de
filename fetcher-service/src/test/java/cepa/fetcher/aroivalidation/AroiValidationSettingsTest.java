package cepa.fetcher.aroivalidation;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AroiValidationSettingsTest extends TransferSettingsContract<AroiValidationSettings> {

  AroiValidationSettingsTest() {
    super(AroiValidationSettings.class);
  }

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new AroiValidationSettings(
                URI.create("https://aroivalidator.1aeo.com/latest.json"),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofHours(48),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                2,
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                DataSize.ofMegabytes(256)));
  }
}
