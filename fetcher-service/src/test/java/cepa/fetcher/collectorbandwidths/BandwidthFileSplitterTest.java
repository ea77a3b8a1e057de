package cepa.fetcher.collectorbandwidths;

import static cepa.fetcher.CollectorTexts.bandwidth;
import static cepa.fetcher.CollectorTexts.bandwidths;
import static cepa.fetcher.CollectorTexts.bandwidthsHead;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cepa.error.PermanentException;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Splits;
import cepa.fetcher.Spooled;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthFileSplitterTest {

  private static final String CREATED = "2026-08-22T14:30:00";

  @TempDir Path directory;

  @Test
  void file_isHeadAndOneLineARelay() {
    SplitDocument split = split(bandwidths(CREATED, 2));

    assertThat(Splits.records(split))
        .containsExactly(
            entry("head", bandwidthsHead(CREATED)),
            entry(fingerprint(1), bandwidth(1)),
            entry(fingerprint(2), bandwidth(2)));
    assertThat(split.published()).isEqualTo(Instant.parse("2026-08-22T14:30:00Z"));
    assertThat(split.envelope())
        .containsOnly(
            entry("timestamp", "1787410800"),
            entry("version", "1.8.0"),
            entry("file_created", CREATED),
            entry("software", "sbws"),
            entry("relays", "2"));
  }

  @Test
  void oldestFormat_hasNoHeadersAndNoSeparator() {
    SplitDocument split =
        split("1787410800\nnode_id=" + fingerprint(1) + " bw=1 pid_bw=7\n" + bandwidth(2) + "\n");

    assertThat(Splits.records(split))
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("head", fingerprint(1), fingerprint(2));
    assertThat(split.published()).isEqualTo(Instant.ofEpochSecond(1_787_410_800L));
  }

  @Test
  void windowsLineEnds_areNoPartOfTheLines() {
    SplitDocument split = split(bandwidths(CREATED, 2).replace("\n", "\r\n"));

    assertThat(Splits.records(split)).contains(entry(fingerprint(2), bandwidth(2)));
    assertThat(split.envelope()).containsEntry("software", "sbws");
  }

  @Test
  void badLines_areCountedAndPassedOver() {
    SplitDocument split =
        split(
            bandwidthsHead(CREATED)
                + bandwidth(1)
                + "\nbw=1\nnode_id=\nnode_id=$\nbw=2 node_id=$XYZ\n\u0000\u0000\n\n# remark\n"
                + bandwidth(2)
                + " x="
                + "x".repeat(300_000)
                + "\n"
                + bandwidth(1)
                + "\n"
                + bandwidth(3)
                + "\n");

    assertThat(Splits.records(split))
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("head", fingerprint(1), fingerprint(3));
    assertThat(split.envelope())
        .containsEntry("records_rejected", "6")
        .containsEntry("records_duplicated", "1");
  }

  @Test
  void fileWithoutRelays_isAHead() {
    assertThat(Splits.records(split(bandwidthsHead(CREATED))))
        .containsExactly(entry("head", bandwidthsHead(CREATED)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | has no time in its first line
          <html>Service Unavailable</html>    | does not begin with its time
          version=1.8.0                       | does not begin with its time
          123456789012                        | does not begin with its time
          @type bandwidth-file 2.0            | is of version 2.0 of bandwidth-file; this code knows up to 1.x
          @type server-descriptor 1.0         | is of type server-descriptor 1.0, not bandwidth-file
          """)
  void otherDocuments_areRefusedWithAReason(String document, String reason) {
    assertThatThrownBy(() -> split(document + "\n"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void unreadableTime_isRefused() {
    assertThatThrownBy(() -> split(bandwidths("yesterday", 1)))
        .hasMessageContaining("has an unreadable file_created: yesterday");
  }

  @Test
  void fileThatEndsWithinALine_isRefused() {
    assertThatThrownBy(() -> split(bandwidths(CREATED, 2).stripTrailing()))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("is cut short");
  }

  @Test
  void anyDamage_givesWholeRecordsOrARefusal() {
    Splits.assertDamageIsSurvived(
        new BandwidthFileSplitter(), directory, "A", bandwidths(CREATED, 5), "head|[0-9A-F]{40}");
  }

  private SplitDocument split(String document) {
    return new BandwidthFileSplitter().split(Spooled.spooled(directory, "A", document));
  }
}
