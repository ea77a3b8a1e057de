package cepa.fetcher.collectordescriptors;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CollectorDescriptorsSettingsTest
    extends TransferSettingsContract<CollectorDescriptorsSettings> {

  CollectorDescriptorsSettingsTest() {
    super(CollectorDescriptorsSettings.class);
  }

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new CollectorDescriptorsSettings(
                URI.create(
                    "https://collector.torproject.org/recent/relay-descriptors/server-descriptors/"),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofHours(3),
                Duration.ofHours(24),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                2,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(100),
                4,
                Duration.ofHours(20),
                24));
  }

  @Test
  void everyKeyOfItsOwn_isBound() {
    CollectorDescriptorsSettings settings =
        bound(Map.of("parallel", "7", "window", "22m", "at-least", "23"));

    assertThat(settings.parallel()).isEqualTo(7);
    assertThat(settings.window()).isEqualTo(Duration.ofMinutes(22));
    assertThat(settings.atLeast()).isEqualTo(23);
  }

  @Test
  void negativeTime_isRefused() {
    assertRefused("window", "-1s", "window must not be negative");
  }

  @Test
  void directory_endsWithASlash_andHasNoQuery() {
    assertThat(bound(Map.of("url", "http://127.0.0.1:4711/files")).url())
        .isEqualTo(URI.create("http://127.0.0.1:4711/files/"));
    assertRefused("url", "http://host/files/?C=N", "url must be a directory, without ? and #");
  }
}
