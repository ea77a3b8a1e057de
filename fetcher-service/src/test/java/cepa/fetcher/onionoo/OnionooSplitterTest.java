package cepa.fetcher.onionoo;

import static cepa.fetcher.OnionooDocuments.details;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.OnionooDocuments.relay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Spooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnionooSplitterTest {

  private static final String HEAD =
      "{\"version\":\"8.0\",\"relays_published\":\"2026-08-22 15:00:00\",";

  @TempDir Path directory;

  @Test
  void everyRelay_isTheExactSliceOfTheDocument() {
    SplitDocument split = split(details("2026-08-22 15:00:00", 5, 3));

    assertThat(split.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
    assertThat(split.entities().size()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      assertThat(split.entities().key(i)).isEqualTo(fingerprint(i + 1));
      assertThat(value(split, i)).isEqualTo(relay(i + 1, i < 3));
    }
  }

  @Test
  void envelope_keepsWhatUpstreamSaysAndWhatWasCounted() {
    SplitDocument split = split(details("2026-08-22 15:00:00", 5, 3));

    assertThat(split.envelope())
        .containsEntry("version", "8.0")
        .containsEntry("build_revision", "abc1234")
        .containsEntry("relays_published", "2026-08-22 15:00:00")
        .containsEntry("bridges_published", "2026-08-22 15:00:00")
        .containsEntry("bridges_count", "1")
        .containsEntry("relays_running", "3")
        .doesNotContainKeys("relays_rejected", "relays_duplicated", "relays", "bridges");
  }

  @Test
  void ownCounts_cannotBeForgedByUpstream() {
    SplitDocument split =
        split(HEAD + "\"relays_rejected\":\"7\",\"bridges_count\":\"8\",\"relays\":[]}");

    assertThat(split.envelope()).containsEntry("bridges_count", "0");
    assertThat(split.envelope()).doesNotContainKey("relays_rejected");
  }

  @Test
  void largeDocument_keepsExactSlicesAcrossBuffers() {
    SplitDocument split = split(details("2026-08-22 15:00:00", 3000));

    assertThat(split.entities().size()).isEqualTo(3000);
    for (int i = 0; i < 3000; i++) {
      assertThat(value(split, i)).isEqualTo(relay(i + 1, true));
    }
  }

  @Test
  void byteOrderMark_doesNotShiftSlices() {
    SplitDocument split = split("\uFEFF" + details("2026-08-22 15:00:00", 2));

    assertThat(value(split, 1)).isEqualTo(relay(2, true));
  }

  @Test
  void badRelays_areCountedAndPassedOver() {
    String document =
        HEAD
            + "\"relays\":["
            + String.join(
                ",",
                relay(1, true),
                "{}",
                "{\"nickname\":\"x\"}",
                "{\"fingerprint\":17}",
                "{\"fingerprint\":null}",
                "{\"fingerprint\":[\"" + fingerprint(3) + "\"]}",
                "{\"fingerprint\":\"../../../etc/passwd\"}",
                "{\"fingerprint\":\""
                    + fingerprint(4)
                    + "\",\"fingerprint\":\""
                    + fingerprint(5)
                    + "\"}",
                "null",
                "[1,[2]]",
                "\"text\"",
                relay(2, true))
            + "]}";

    SplitDocument split = split(document);

    assertThat(split.entities().size()).isEqualTo(2);
    assertThat(value(split, 1)).isEqualTo(relay(2, true));
    assertThat(split.envelope()).containsEntry("relays_rejected", "10");
  }

  @Test
  void hugeRelay_isCountedAndPassedOver() {
    String huge =
        "{\"fingerprint\":\""
            + fingerprint(3)
            + "\",\"contact\":\""
            + "x".repeat(5_000_000)
            + "\"}";

    SplitDocument split = split(HEAD + "\"relays\":[" + huge + "," + relay(1, true) + "]}");

    assertThat(split.entities().size()).isEqualTo(1);
    assertThat(split.envelope()).containsEntry("relays_rejected", "1");
  }

  @Test
  void duplicateFingerprint_keepsTheFirst() {
    SplitDocument split =
        split(HEAD + "\"relays\":[" + relay(1, true) + "," + relay(1, false) + "]}");

    assertThat(split.entities().size()).isEqualTo(1);
    assertThat(value(split, 0)).isEqualTo(relay(1, true));
    assertThat(split.envelope())
        .containsEntry("relays_duplicated", "1")
        .containsEntry("relays_running", "1");
  }

  @Test
  void lowerCaseFingerprint_isTheSameRelay() {
    SplitDocument split =
        split(HEAD + "\"relays\":[{\"fingerprint\":\"" + "ab".repeat(20) + "\"}]}");

    assertThat(split.entities().key(0)).isEqualTo("AB".repeat(20));
  }

  @Test
  void documentWithoutRunning_doesNotCountIt() {
    SplitDocument split =
        split(HEAD + "\"relays\":[{\"fingerprint\":\"" + fingerprint(1) + "\",\"uptime\":{}}]}");

    assertThat(split.envelope()).doesNotContainKey("relays_running");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                                | is not a JSON object
          'null'                                                            | is not a JSON object
          {}                                                                | has no array 'relays'
          {"version":"8.0","relays_published":"2026-08-22 15:00:00"}        | has no array 'relays'
          {"relays":{}}                                                     | has 'relays' that is not an array
          {"relays":null}                                                   | has 'relays' that is not an array
          {"bridges":7,"relays":[]}                                         | has 'bridges' that is not an array
          {"relays":[]}                                                     | has no version
          {"version":null,"relays":[]}                                      | has no version
          {"version":"x","relays":[]}                                       | has an unreadable version: x
          {"version":"9.0","relays":[]}                                     | has protocol version 9.0; this code knows up to 8.x
          {"version":"8.0","relays":[]}                                     | has no relays_published
          {"version":"8.0","relays_published":"2026-02-30 00:00:00","relays":[]} | has an unreadable relays_published: 2026-02-30
          {"version":"8.0","relays_published":"yesterday","relays":[]}      | has an unreadable relays_published: yesterday
          {"version":"8.0","relays_published":"2026-08-22 15:00:00","relays":[],"relays":[]} | has 'relays' twice
          {"version":"8.0","relays_published":"2026-08-22 15:00:00","relays":[],"relays_truncated":5} | is only a part of the list
          {"version":"8.0","relays_published":"2026-08-22 15:00:00","relays":[]} {} | goes on after its end
          {"version":"8.0","relays_published":"2026-08-22 15:00:00","relays":[]} x | cannot be read
          {"version":"8.0","relays":[NaN]}                                  | cannot be read
          {"version":"8.0","relays":[{"a":-Infinity}]}                      | cannot be read
          {"version":"8.0",}                                                | cannot be read
          <html>Service Unavailable</html>                                  | cannot be read
          """)
  void otherDocuments_areRefusedWithAReason(String document, String reason) {
    assertThatThrownBy(() -> split(document))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Document details")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0\0\0\0", "{\"version\":\"8.0\",\"relays\":[\u0000]}"})
  void nothingAndControlCharacters_areRefused(String document) {
    assertThatThrownBy(() -> split(document)).isInstanceOf(PermanentException.class);
  }

  @Test
  void deepNesting_isRefusedBeforeItCosts() {
    String deep = HEAD + "\"relays\":[{\"a\":" + "[".repeat(100_000);

    assertThatThrownBy(() -> split(deep))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("cannot be read at byte");
  }

  @Test
  void messagesOfRefusals_holdNoControlCharacters() {
    assertThatThrownBy(() -> split("{\"version\":\"9\\u001b[31m\\n\",\"relays\":[]}"))
        .isInstanceOf(PermanentException.class)
        .message()
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void otherEncodings_areRefused() {
    byte[] utf16 = details("2026-08-22 15:00:00", 2).getBytes(StandardCharsets.UTF_16BE);

    assertThatThrownBy(
            () -> new OnionooSplitter().split(Spooled.spooled(directory, "details", utf16)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void everyTruncation_isRefused() {
    byte[] whole =
        details("2026-08-22 15:00:00", 3).stripTrailing().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(
              () -> new OnionooSplitter().split(Spooled.spooled(directory, "details", part)))
          .as("first %d bytes", length)
          .isInstanceOf(PermanentException.class);
    }
  }

  @Test
  void everyFlippedByte_givesWholeRelaysOrARefusal() {
    byte[] whole = details("2026-08-22 15:00:00", 3).getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 + at % 255);
      try {
        SplitDocument split =
            new OnionooSplitter().split(Spooled.spooled(directory, "details", damaged));
        for (int i = 0; i < split.entities().size(); i++) {
          assertThat(value(split, i)).startsWith("{").endsWith("}");
        }
      } catch (PermanentException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private SplitDocument split(String document) {
    return new OnionooSplitter().split(Spooled.spooled(directory, "details", document));
  }

  private static String value(SplitDocument split, int i) {
    byte[] slice = split.document().slice(split.entities().offset(i), split.entities().length(i));
    return new String(slice, StandardCharsets.UTF_8);
  }
}
