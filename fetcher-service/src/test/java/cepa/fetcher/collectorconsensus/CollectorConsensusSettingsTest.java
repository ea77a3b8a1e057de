package cepa.fetcher.collectorconsensus;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.TransferSettingsContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CollectorConsensusSettingsTest extends TransferSettingsContract<CollectorConsensusSettings> {

  CollectorConsensusSettingsTest() {
    super(CollectorConsensusSettings.class);
  }

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new CollectorConsensusSettings(
                URI.create(
                    "https://collector.torproject.org/recent/relay-descriptors/consensuses/"),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                Duration.ofMinutes(150),
                Duration.ofHours(3),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                2,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(100)));
  }

  @Test
  void directory_endsWithASlash_andHasNoQuery() {
    assertThat(bound(Map.of("url", "http://127.0.0.1:4711/files")).url())
        .isEqualTo(URI.create("http://127.0.0.1:4711/files/"));
    assertRefused("url", "http://host/files/?C=N", "url must be a directory, without ? and #");
  }
}
