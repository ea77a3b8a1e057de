package cepa.processor.source.collectorbandwidths;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.processor.source.HostileRecords;
import cepa.processor.source.collectorbandwidths.BandwidthFiles.File;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever stands in a file, its other lines and the other files are read.
class BandwidthFilesFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);
  private static final String HEAD =
      "1787407200\nversion=1.8.0\nsoftware=sbws\nlatest_bandwidth=2026-08-22T14:00:00\n=====\n";
  private static final String LINE = "bw=8805 node_id=$" + GOOD + " nick=x rtt=5 vote=1\n";

  @Test
  void hostileLine_neverTouchesTheOthers() {
    for (byte[] hostile : HostileRecords.ofLines(LINE)) {
      BandwidthFiles data = read(HEAD.getBytes(ISO_8859_1), hostile);
      File file = data.files().getFirst();
      assertThat(file.headers()).containsEntry("software", "sbws");
      assertThat(bandwidth(data, file, GOOD)).isEqualTo(8805);
      assertThat(file.relays() + data.rejected()).isEqualTo(2);
      Integer bad = bandwidth(data, file, BAD);
      assertThat(bad == null || (bad >= 0 && HostileRecords.says(hostile, bad))).isTrue();
    }
  }

  @Test
  void hostileHead_neverTouchesTheRelays() {
    for (byte[] hostile : HostileRecords.ofLines(HEAD)) {
      BandwidthFiles data = read(hostile, LINE.getBytes(ISO_8859_1));
      File file = data.files().getFirst();
      assertThat(bandwidth(data, file, GOOD)).isEqualTo(8805);
      assertThat(bandwidth(data, file, BAD)).isEqualTo(8805);
      assertThat(file.headers()).hasSizeLessThanOrEqualTo(100);
      file.headers()
          .forEach((name, value) -> {
            assertThat(name).matches("\\w{1,100}");
            assertThat(value).matches("[ -~]{0,300}");
          });
    }
  }

  @Test
  void relayThatComesAgain_isCounted_andTheFirstLineStays() {
    var collector = new BandwidthFilesReader.Collector();
    collector.begin();
    for (int i = 0; i < 3; i++) {
      collector.add(GOOD, ("bw=" + (5 + i) + "\n").getBytes(ISO_8859_1));
    }
    collector.end("one", "sha");
    collector.begin();
    collector.add(GOOD, "bw=9\n".getBytes(ISO_8859_1));
    collector.end("two", "sha");
    BandwidthFiles data = collector.data();
    assertThat(data.files()).extracting(File::relays).containsExactly(1, 1);
    assertThat(bandwidth(data, data.files().get(0), GOOD)).isEqualTo(5);
    assertThat(bandwidth(data, data.files().get(1), GOOD)).isEqualTo(9);
    assertThat(data.rejected()).isEqualTo(2);
  }

  private static BandwidthFiles read(byte[] head, byte[] line) {
    var collector = new BandwidthFilesReader.Collector();
    collector.begin();
    collector.add("head", head);
    collector.add(BAD, line);
    collector.add(GOOD, LINE.getBytes(ISO_8859_1));
    collector.end("file", "sha");
    return collector.data();
  }

  private static @Nullable Integer bandwidth(BandwidthFiles data, File file, String relay) {
    return file.bandwidth(Objects.requireNonNull(data.rows().get(Fingerprint.of(relay))));
  }
}
