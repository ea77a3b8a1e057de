package cepa.processor.source.aroivalidation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.validation.ProofType;
import cepa.processor.source.HostileRecords;
import cepa.processor.source.aroivalidation.AroiData.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever stands in a record, the others are read, and each is a result or counted.
class AroiFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);
  private static final String RESULT =
      "{\"valid\":false,\"proof_type\":\"dns-rsa\",\"error\":\"refused\"}";
  private static final String HEAD =
      "{\"metadata\":{\"timestamp\":\"2026-08-22T14:30:00\",\"success_rate\":12.5},"
          + "\"statistics\":{\"proof_types\":{\"dns_rsa\":{\"total\":4,\"valid\":1}}}}";

  @Test
  void hostileResult_neverTouchesTheOthers() {
    for (byte[] hostile : hostile(RESULT, "valid", "proof_type", "error")) {
      AroiData data = read(HEAD.getBytes(UTF_8), hostile);
      assertThat(data.results())
          .containsEntry(Fingerprint.of(GOOD), new Result(false, ProofType.DNS_RSA, "refused"));
      assertThat(data.results().size() + data.rejected()).isEqualTo(2);
      assertThat(data.successRate()).isEqualTo(0.125);
      Result bad = data.results().get(Fingerprint.of(BAD));
      assertThat(bad == null || bad.error() == null ? "" : bad.error())
          .hasSizeLessThanOrEqualTo(2000)
          .matches(HostileRecords::isSound);
    }
  }

  @Test
  void hostileHead_neverTouchesTheResults() {
    List<byte[]> heads = new ArrayList<>(hostile(HEAD, "metadata", "statistics"));
    for (String name : List.of("timestamp", "success_rate")) {
      HostileRecords.around("{\"metadata\":{}}", name).stream()
          .map(member -> "{\"metadata\":" + new String(member, UTF_8) + "}")
          .forEach(head -> heads.add(head.getBytes(UTF_8)));
    }
    for (byte[] head : heads) {
      AroiData data = read(head, RESULT.getBytes(UTF_8));
      assertThat(data.results()).hasSize(2);
      assertThat(data.successRate() == null ? 0.0 : data.successRate()).isBetween(0.0, 1.0);
      assertThat(data.checkedAt() == null ? Instant.EPOCH : data.checkedAt())
          .isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999999Z"));
      assertThat(data.proofs().values())
          .allMatch(proofs -> proofs.valid() >= 0 && proofs.valid() <= proofs.total());
    }
  }

  @Test
  void nothing_saysNothing() {
    AroiData data = new AroiRecords().finish();
    assertThat(data.successRate()).isNull();
    assertThat(data.checkedAt()).isNull();
    assertThat(data.proofs()).isEmpty();
    assertThat(data.results()).isEmpty();
  }

  private static List<byte[]> hostile(String record, String... names) {
    List<byte[]> all = new ArrayList<>(HostileRecords.around(record, names));
    all.addAll(HostileRecords.damaged(record.getBytes(UTF_8), 3_000));
    all.addAll(HostileRecords.random(500));
    return all;
  }

  private static AroiData read(byte[] head, byte[] result) {
    var records = new AroiRecords();
    records.add(BAD, result);
    records.add(AroiRecords.HEAD, head);
    records.add(GOOD, RESULT.getBytes(UTF_8));
    return records.finish();
  }
}
