package cepa.processor.source.aroivalidation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.validation.ProofType;
import cepa.processor.source.aroivalidation.AroiData.Proofs;
import cepa.processor.source.aroivalidation.AroiData.Result;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AroiRecordsTest {

  private static final String A = "A".repeat(40);
  private static final String B = "B".repeat(40);
  private static final String HEAD =
      """
      {"metadata":{"timestamp":"2026-08-22T14:30:00.123456","success_rate":12.5},
       "statistics":{"proof_types":{"dns_rsa":{"total":4,"valid":1,"success_rate":25.0},
         "uri_rsa":{"total":6,"valid":4},"no_proof":{"total":9}}},"future":[1]}
      """;

  @Test
  void wholeDocument_inAnyOrder() {
    AroiData data =
        read(
            Map.of(
                B,
                "{\"valid\":false,\"proof_type\":null,\"error\":\"Missing AROI fields\"}",
                "head",
                HEAD,
                A,
                "{\"valid\":true,\"proof_type\":\"uri-rsa\",\"error\":null,\"x\":{}}"));

    assertThat(data.checkedAt()).isEqualTo(Instant.parse("2026-08-22T14:30:00.123456Z"));
    assertThat(data.successRate()).isEqualTo(0.125);
    assertThat(data.proofs())
        .containsExactly(
            Map.entry(ProofType.DNS_RSA, new Proofs(4, 1)),
            Map.entry(ProofType.URI_RSA, new Proofs(6, 4)));
    assertThat(data.results())
        .containsExactly(
            Map.entry(Fingerprint.of(A), new Result(true, ProofType.URI_RSA, null)),
            Map.entry(Fingerprint.of(B), new Result(false, null, "Missing AROI fields")));
    assertThat(data.rejected()).isZero();
  }

  @Test
  void withoutHead_resultsAreKept_andTheRestIsUnknown() {
    AroiData data = read(Map.of(A, "{\"valid\":true}"));

    assertThat(data.results()).containsOnlyKeys(Fingerprint.of(A));
    assertThat(data.checkedAt()).isNull();
    assertThat(data.successRate()).isNull();
    assertThat(data.proofs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-08-22T14:30:00          | 2026-08-22T14:30:00Z
          2026-08-22T14:30:00+02:00    | 2026-08-22T12:30:00Z
          2026-08-22T14:30:00Z         | 2026-08-22T14:30:00Z
          yesterday                    |
          """)
  void timeWithoutZone_isUtc(String text, String instant) {
    AroiData data = read(Map.of("head", "{\"metadata\":{\"timestamp\":\"" + text + "\"}}"));
    assertThat(data.checkedAt()).isEqualTo(instant == null ? null : Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"valid\":\"yes\"}",
        "{\"valid\":1}",
        "{\"valid\":null}"
      })
  void recordThatIsNoResult_isCounted_andTheOthersStay(String bad) {
    AroiData data = read(Map.of(A, bad, B, "{\"valid\":true}"));
    assertThat(data.rejected()).isEqualTo(1);
    assertThat(data.results()).containsOnlyKeys(Fingerprint.of(B));
  }

  @Test
  void keyThatIsNoFingerprint_isCounted() {
    assertThat(read(Map.of("tail", "{\"valid\":true}")).rejected()).isEqualTo(1);
  }

  @Test
  void damagedFields_areUnknown() {
    AroiData data =
        read(
            Map.of(
                A,
                "{\"valid\":false,\"proof_type\":7,\"error\":{\"a\":[]}}",
                "head",
                "{\"metadata\":[],\"statistics\":{\"proof_types\":{\"dns_rsa\":{\"total\":1,"
                    + "\"valid\":2},\"uri_rsa\":{\"total\":1e999,\"valid\":-1}}}}"));
    assertThat(data.results().values()).containsExactly(new Result(false, null, null));
    assertThat(data.proofs()).isEmpty();
  }

  @Test
  void endlessError_isCut_andControlsAreGone() {
    String error = "\\u0000<script>\\u0007\\ud800" + "x".repeat(5000);
    Result result =
        read(Map.of(A, "{\"valid\":false,\"error\":\"" + error + "\"}")).results().values().stream()
            .findFirst()
            .orElseThrow();
    assertThat(result.error()).hasSize(2000).startsWith("<script>\uFFFDx");
  }

  @Test
  void endlessError_isNotCutWithinACharacter() {
    String error = "x" + "\ud83d\ude00".repeat(1500);
    AroiData data = read(Map.of(A, "{\"valid\":false,\"error\":\"" + error + "\"}"));
    assertThat(data.results().values())
        .extracting(Result::error)
        .containsExactly("x" + "\ud83d\ude00".repeat(999));
  }

  private static AroiData read(Map<String, String> document) {
    var records = new AroiRecords();
    document.forEach((key, value) -> records.add(key, value.getBytes(UTF_8)));
    return records.finish();
  }
}
