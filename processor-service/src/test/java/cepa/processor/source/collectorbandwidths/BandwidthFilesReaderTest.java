package cepa.processor.source.collectorbandwidths;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.processor.source.collectorbandwidths.BandwidthFiles.File;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthFilesReaderTest {

  private static final String RELAY = "A".repeat(40);

  private final BandwidthFilesReader.Collector collector = new BandwidthFilesReader.Collector();

  @Test
  void headersAndTheTimeAreRead() {
    add("head", "@type bandwidth-file 1.0\n1787407200\nversion=1.8.0\nsoftware=sbws\n=====\n");
    collector.end("DIGEST", "sha");
    File file = collector.data().files().getFirst();
    assertThat(file.headers())
        .containsEntry("timestamp", "1787407200")
        .containsEntry("version", "1.8.0")
        .containsEntry("software", "sbws")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "bw=8805 node_id=$A rtt=5,       8805",
    "node_id=$A pid_bw=3 bw=8805,    8805",
    "bw=1 bw=2,                      1",
    "bw=7 vote=0 under_min_report=1, ",
    "bw=x,                           ",
    "bw=-3,                          ",
    "bw_mean=5,                      "
  })
  void bandwidthIsTheWordOfThatName(String line, @Nullable Integer expected) {
    add(RELAY, line + "\n");
    assertThat(bandwidth()).isEqualTo(expected);
  }

  @Test
  void linesWithoutABandwidth_areCounted() {
    add(RELAY, "nick=x\n");
    add("nobody", "bw=5\n");
    collector.end("D", "s");
    assertThat(collector.data().rejected()).isEqualTo(2);
    assertThat(collector.data().files().getFirst().relays()).isZero();
  }

  @Test
  void filesAreNotMixed() {
    add(RELAY, "bw=5\n");
    collector.end("B", "s");
    collector.begin();
    add("B".repeat(40), "bw=6\n");
    collector.end("A", "s");
    BandwidthFiles data = collector.data();
    int row = Objects.requireNonNull(data.rows().get(Fingerprint.of(RELAY)));
    assertThat(data.files()).as("D-13").extracting(File::name).containsExactly("A", "B");
    assertThat(data.files().get(0).bandwidth(row)).isNull();
    assertThat(data.files().get(1).bandwidth(row)).isEqualTo(5);
  }

  private @Nullable Integer bandwidth() {
    collector.end("D", "s");
    BandwidthFiles data = collector.data();
    return data.files()
        .getFirst()
        .bandwidth(Objects.requireNonNull(data.rows().get(Fingerprint.of(RELAY))));
  }

  private void add(String key, String value) {
    collector.add(key, value.getBytes(ISO_8859_1));
  }
}
