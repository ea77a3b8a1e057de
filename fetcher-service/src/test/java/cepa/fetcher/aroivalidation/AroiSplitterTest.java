package cepa.fetcher.aroivalidation;

import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.aroivalidation.AroiDocuments.BEGIN;
import static cepa.fetcher.aroivalidation.AroiDocuments.METADATA;
import static cepa.fetcher.aroivalidation.AroiDocuments.STATISTICS;
import static cepa.fetcher.aroivalidation.AroiDocuments.result;
import static cepa.fetcher.aroivalidation.AroiDocuments.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Spool;
import cepa.fetcher.SpoolFile;
import cepa.fetcher.Spooled;
import cepa.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AroiSplitterTest {

  private static final Instant PUBLISHED = Instant.parse("2026-08-22T14:30:00.123456Z");

  @TempDir Path directory;

  @Test
  void everyResult_isTheExactSliceOfTheDocument() {
    SplitDocument split = split(results(5));

    assertThat(split.published()).isEqualTo(PUBLISHED);
    assertThat(split.entities().size()).isEqualTo(6);
    for (int i = 1; i <= 5; i++) {
      assertThat(split.entities().key(i)).isEqualTo(fingerprint(i));
      assertThat(value(split, i)).isEqualTo(result(i, true));
    }
  }

  @Test
  void head_comesFirstAndHasAllButTheResults() {
    String document =
        "{\"b\":\"\\ud800\\\"\" , "
            + METADATA
            + ",\"results\":["
            + result(1, true)
            + "],"
            + STATISTICS
            + ", \"c\" :-1.50 ,\"d\":true}";

    SplitDocument split = split(document);

    assertThat(split.entities().key(0)).isEqualTo("head");
    assertThat(value(split, 0))
        .isEqualTo(
            "{\"b\":\"\\ud800\\\"\"," + METADATA + "," + STATISTICS + ",\"c\" :-1.50,\"d\":true}");
  }

  @Test
  void envelope_keepsMetadata() {
    assertThat(split(results(2)).envelope())
        .containsOnly(
            Map.entry("metadata.timestamp", "2026-08-22T14:30:00.123456"),
            Map.entry("metadata.total_relays", "3"),
            Map.entry("metadata.success_rate", "66.66666666666667"));
  }

  @Test
  void envelope_takesNeitherFloodsNorHalfCharacters() {
    StringBuilder flood = new StringBuilder("\"half\":\"\\ud800\",\"long\":\"");
    flood.append("x".repeat(1_000)).append("\",");
    for (int i = 0; i < 1_000; i++) {
      flood.append("\"m").append(i).append("\":1,");
    }
    String document = results(1).replace("\"timestamp\"", flood.append("\"timestamp\"").toString());

    SplitDocument split = split(document);

    assertThat(split.envelope()).hasSizeLessThan(40).containsKey("metadata.timestamp");
    assertThat(split.envelope()).doesNotContainKeys("metadata.half", "metadata.long");
    assertThat(Json.bytes(split.envelope())).isNotEmpty();
    assertThat(value(split, 0)).contains("\"half\":\"\\ud800\"");
  }

  @Test
  void largeDocument_keepsExactSlicesAcrossBuffers() {
    SplitDocument split = split(results(3_000));

    assertThat(split.entities().size()).isEqualTo(3_001);
    for (int i = 1; i <= 3_000; i++) {
      assertThat(value(split, i)).isEqualTo(result(i, true));
    }
  }

  @Test
  void byteOrderMark_doesNotShiftSlices() {
    SplitDocument split = split("\uFEFF" + results(2));

    assertThat(value(split, 0)).startsWith("{\"metadata\"").endsWith("}}");
    assertThat(value(split, 2)).isEqualTo(result(2, true));
  }

  @Test
  void duplicateFingerprint_keepsTheLast() {
    SplitDocument split =
        split(results(result(1, true) + "," + result(2, true) + "," + result(1, false)));

    assertThat(split.entities().size()).isEqualTo(3);
    assertThat(split.entities().key(1)).isEqualTo(fingerprint(1));
    assertThat(value(split, 1)).isEqualTo(result(1, false));
    assertThat(split.envelope()).containsEntry("records_duplicated", "1");
  }

  @Test
  void badResults_areCountedAndPassedOver() {
    String twice =
        "{\"fingerprint\":\"" + fingerprint(4) + "\",\"fingerprint\":\"" + fingerprint(5) + "\"}";

    SplitDocument split =
        split(
            results(
                String.join(
                    ",",
                    result(1, true),
                    "{}",
                    "{\"nickname\":\"Unknown\",\"fingerprint\":\"\"}",
                    "{\"fingerprint\":17}",
                    "{\"fingerprint\":null}",
                    "{\"fingerprint\":[\"" + fingerprint(3) + "\"]}",
                    "{\"fingerprint\":\"../../../etc/passwd\"}",
                    "{\"fingerprint\":\"head\"}",
                    twice,
                    "null",
                    "[1,[2]]",
                    "\"text\"",
                    "1e400",
                    result(2, true))));

    assertThat(split.entities().size()).isEqualTo(3);
    assertThat(value(split, 2)).isEqualTo(result(2, true));
    assertThat(split.envelope()).containsEntry("records_rejected", "12");
  }

  @Test
  void hugeResult_isCountedAndPassedOver() {
    String huge =
        "{\"fingerprint\":\"" + fingerprint(3) + "\",\"error\":\"" + "x".repeat(5_000_000) + "\"}";

    SplitDocument split = split(results(huge + "," + result(1, true)));

    assertThat(split.entities().size()).isEqualTo(2);
    assertThat(split.envelope()).containsEntry("records_rejected", "1");
  }

  @Test
  void duplicateKeysWithinAResult_stayAsTheyAre() {
    String odd =
        "{\"valid\":true,\"valid\":false,\"\":1,\"\":2,\"fingerprint\":\"" + fingerprint(1) + "\"}";

    assertThat(value(split(results(odd)), 1)).isEqualTo(odd);
  }

  @Test
  void ownCounts_cannotBeForgedByUpstream() {
    SplitDocument split =
        split(
            results(1)
                .replace("\"timestamp\"", "\"records_rejected\":7,\"published\":1,\"timestamp\""));

    assertThat(split.envelope()).doesNotContainKeys("records_rejected", "published");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-22T14:30:00.123456, 2026-08-22T14:30:00.123456Z",
    "2026-08-22T14:30:00, 2026-08-22T14:30:00Z",
    "2026-08-22T14:30:00Z, 2026-08-22T14:30:00Z",
    "2026-08-22T14:30:00+02:00, 2026-08-22T12:30:00Z",
  })
  void timestampWithoutZone_isUtc(String timestamp, Instant published) {
    String document = results(1).replace("2026-08-22T14:30:00.123456", timestamp);

    assertThat(split(document).published()).isEqualTo(published);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                                                 | is not a JSON object
          'null'                                                             | is not a JSON object
          {}                                                                 | has no 'metadata'
          {"metadata":{"timestamp":"2026-08-22T14:30:00"},"results":[]}      | has no 'statistics'
          {"metadata":{"timestamp":"2026-08-22T14:30:00"},"statistics":{}}   | has no 'results'
          {"metadata":[],"statistics":{},"results":[]}                       | has 'metadata' that is not an object
          {"metadata":null}                                                  | has 'metadata' that is not an object
          {"results":{}}                                                     | has 'results' that is not an array
          {"results":null}                                                   | has 'results' that is not an array
          {"metadata":{},"statistics":{},"results":[]}                       | has no metadata.timestamp
          {"metadata":{"timestamp":null},"statistics":{},"results":[]}       | has no metadata.timestamp
          {"metadata":{"timestamp":{}},"statistics":{},"results":[]}         | has no metadata.timestamp
          {"metadata":{"timestamp":"2026-02-30T00:00:00"},"statistics":{},"results":[]} | has an unreadable metadata.timestamp: 2026-02-30
          {"metadata":{"timestamp":1787000000},"statistics":{},"results":[]} | has an unreadable metadata.timestamp: 1787000000
          {"metadata":{"timestamp":"+999999999-01-01T00:00:00"},"statistics":{},"results":[]} | has an unreadable metadata.timestamp: +999999999
          {"metadata":{"timestamp":""},"statistics":{},"results":[]} | has no metadata.timestamp
          {"metadata":{"timestamp":"2026-08-22"},"statistics":{},"results":[]} | has an unreadable metadata.timestamp: 2026-08-22
          {"metadata":{},"metadata":{}}                                      | has 'metadata' twice
          {"results":[],"results":[]}                                        | has 'results' twice
          {"metadata":{"timestamp":"2026-08-22T14:30:00"},"statistics":{},"results":[]} {} | goes on after its end
          {"metadata":{},}                                                   | cannot be read
          {"statistics":NaN}                                                 | cannot be read
          {"results":[NaN]}                                                  | cannot be read
          <html>Service Unavailable</html>                                   | cannot be read
          """)
  void otherDocuments_areRefusedWithAReason(String document, String reason) {
    assertThatThrownBy(() -> split(document))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Document aroi")
        .hasMessageContaining(reason);
  }

  @Test
  void deepNesting_isRefusedBeforeItCosts() {
    for (String deep :
        new String[] {
          BEGIN + "{\"a\":" + "[".repeat(100_000),
          "{\"metadata\":{\"a\":" + "{\"a\":".repeat(100_000),
          "{\"other\":" + "[".repeat(100_000)
        }) {
      assertThatThrownBy(() -> split(deep))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("cannot be read at byte");
    }
  }

  @Test
  void hugeNumbers_areRefusedOrKeptButNeverCalculated() {
    String long_ = "9".repeat(300) + "e" + "9".repeat(9);
    String odd = "{\"n\":" + long_ + ",\"fingerprint\":\"" + fingerprint(1) + "\"}";

    assertThat(value(split(results(odd)), 1)).isEqualTo(odd);
    assertThatThrownBy(() -> split(results("{\"n\":" + "9".repeat(1_000_000) + "}")))
        .isInstanceOf(PermanentException.class);
  }

  @Test
  void hugeHead_isRefused() {
    String member = ",\"x\":[" + "1,".repeat(2_500_000) + "1]}";

    assertThatThrownBy(() -> split(results(1).strip().replaceAll("}$", member)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("has more than 4194304 bytes beside 'results'");
  }

  @Test
  void messagesOfRefusals_canBeWrittenToTheLog() {
    assertThatThrownBy(() -> split("{\"\\ud800\\u001b\":1,\"\\ud800\\u001b\":2}"))
        .isInstanceOf(PermanentException.class)
        .message()
        .satisfies(m -> assertThat(Json.bytes(m)).isNotEmpty())
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void otherEncodings_areRefused() {
    byte[] utf16 = results(2).getBytes(StandardCharsets.UTF_16BE);

    assertThatThrownBy(() -> split(utf16))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void everyTruncation_isRefused() {
    byte[] whole = results(3).stripTrailing().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> split(part))
          .as("first %d bytes", length)
          .isInstanceOf(PermanentException.class);
    }
  }

  @Test
  void everyFlippedByte_givesWholeRecordsOrARefusal() {
    byte[] whole = results(3).getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 + at % 255);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isPositive();
  }

  @Test
  void randomDocuments_giveWholeRecordsOrARefusal() {
    Random random = new Random(20260822);
    String[] words = {
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "\"results\"",
      "\"metadata\"",
      "\"statistics\"",
      "\"timestamp\"",
      "\"2026-08-22T14:30:00\"",
      "\"fingerprint\"",
      "\"" + fingerprint(1) + "\"",
      "null",
      "true",
      "-1e9999",
      "\"\\ud800\"",
      "\u0000",
      "\"",
      "\\",
      BEGIN,
      result(1, true),
      "é",
      "]}"
    };
    int refused = 0;
    for (int round = 0; round < 4_000; round++) {
      StringBuilder document = new StringBuilder(round % 2 == 0 ? BEGIN : "");
      for (int i = random.nextInt(12); i > 0; i--) {
        document.append(words[random.nextInt(words.length)]);
      }
      refused += isRefused(document.toString().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      refused += isRefused(noise) ? 1 : 0;
    }
    assertThat(refused).isBetween(4_000, 7_999);
  }

  /// Whether a document is refused; if it is not, every record must be a whole object.
  private boolean isRefused(byte[] document) {
    try (Spool spool = new Spool(directory)) {
      SpoolFile file = spool.create();
      file.write(document);
      SplitDocument split = new AroiSplitter().split(file.finish("aroi"));
      assertThat(split.entities().key(0)).isEqualTo("head");
      for (int i = 0; i < split.entities().size(); i++) {
        assertThat(value(split, i)).startsWith("{").endsWith("}");
      }
      return false;
    } catch (PermanentException e) {
      assertThat(Json.bytes(String.valueOf(e.getMessage()))).isNotEmpty();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SplitDocument split(String document) {
    return split(document.getBytes(StandardCharsets.UTF_8));
  }

  private SplitDocument split(byte[] document) {
    return new AroiSplitter().split(Spooled.spooled(directory, "aroi", document));
  }

  private static String value(SplitDocument split, int i) {
    return new String(split.entities().value(i, split.document()), StandardCharsets.UTF_8);
  }
}
