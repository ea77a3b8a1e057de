package cepa.fetcher.collectordescriptors;

import static cepa.fetcher.CollectorTexts.descriptor;
import static cepa.fetcher.CollectorTexts.descriptors;
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

class DescriptorFileSplitterTest {

  private static final String NAME = "2026-08-22-14-05-00-server-descriptors";

  @TempDir Path directory;

  @Test
  void file_isOneRecordADescriptor() {
    SplitDocument split = split(descriptors(1, 2));

    assertThat(Splits.records(split))
        .containsExactly(
            entry(fingerprint(1), descriptor(1, 1)), entry(fingerprint(2), descriptor(2, 1)));
    assertThat(split.published()).isEqualTo(Instant.parse("2026-08-22T14:05:00Z"));
    assertThat(split.envelope()).containsOnly(entry("relays", "2"));
  }

  @Test
  void relayThatPublishedAgain_isThereAgain() {
    SplitDocument split = split(descriptors(1) + descriptor(1, 99) + descriptor(2, 1));

    assertThat(Splits.records(split))
        .containsExactly(
            entry(fingerprint(1), descriptor(1, 1)),
            entry(fingerprint(1), descriptor(1, 99)),
            entry(fingerprint(2), descriptor(2, 1)));
    assertThat(split.envelope()).containsOnly(entry("relays", "3"));
  }

  @Test
  void windowsLineEndsAndOpt_areRead() {
    String old = descriptors(1).replace("fingerprint", "opt fingerprint").replace("\n", "\r\n");

    assertThat(Splits.records(split(old)))
        .containsExactly(entry(fingerprint(1), old.substring(old.indexOf("router "))));
  }

  @Test
  void badDescriptors_areCountedAndPassedOver() {
    SplitDocument split =
        split(
            descriptors(1)
                + descriptor(2, 1).replaceAll("fingerprint.*\n", "")
                + descriptor(3, 1).replaceAll("fingerprint.*\n", "fingerprint 0000 XYZ\n")
                + descriptor(4, 1).replaceAll("(fingerprint.*\n)", "$1$1")
                + descriptor(5, 1).replaceAll("router-signature\n(?s).*", "")
                + descriptor(6, 1).replace("contact ", "contact " + "x".repeat(1_100_000))
                + "unknown line\n\u0000\u0000\n"
                + descriptor(7, 1));

    assertThat(Splits.records(split))
        .containsExactly(
            entry(fingerprint(1), descriptor(1, 1)), entry(fingerprint(7), descriptor(7, 1)));
    assertThat(split.envelope()).containsEntry("records_rejected", "5");
  }

  @Test
  void hugeLine_staysWithinItsDescriptor() {
    String large = descriptor(2, 1).replace("contact ", "contact " + "x".repeat(500_000));

    assertThat(Splits.records(split(descriptors(1) + large + descriptor(3, 1))))
        .containsExactly(
            entry(fingerprint(1), descriptor(1, 1)),
            entry(fingerprint(2), large),
            entry(fingerprint(3), descriptor(3, 1)));
  }

  @Test
  void emptyFile_hasNoDescriptors() {
    assertThat(split("").entities().size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <html>Service Unavailable</html>     | is not a file of server descriptors
          @type server-descriptor 2.0          | is of version 2.0 of server-descriptor; this code knows up to 1.x
          @type extra-info 1.0                 | is of type extra-info 1.0, not server-descriptor
          @type bridge-server-descriptor 1.2   | is of type bridge-server-descriptor 1.2
          """)
  void otherDocuments_areRefusedWithAReason(String document, String reason) {
    assertThatThrownBy(() -> split(document + "\n"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void fileThatEndsWithinADescriptor_isRefused() {
    String whole = descriptor(1, 1);
    String cut = whole.substring(0, whole.indexOf("-----END SIGNATURE"));

    for (int length = 1; length <= cut.length(); length++) {
      String part = cut.substring(0, length);
      assertThatThrownBy(() -> split(part))
          .as("first %d characters", length)
          .isInstanceOf(PermanentException.class);
    }
  }

  @Test
  void anyDamage_givesWholeRecordsOrARefusal() {
    Splits.assertDamageIsSurvived(
        new DescriptorFileSplitter(), directory, NAME, descriptors(1, 2, 3), "[0-9A-F]{40}");
  }

  private SplitDocument split(String document) {
    return new DescriptorFileSplitter().split(Spooled.spooled(directory, NAME, document));
  }
}
