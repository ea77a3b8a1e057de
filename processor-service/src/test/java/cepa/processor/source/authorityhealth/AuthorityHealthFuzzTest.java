package cepa.processor.source.authorityhealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.consensus.Authorities.Probe;
import cepa.processor.source.HostileRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever stands in a record, the others are read, and each is a probe or counted.
class AuthorityHealthFuzzTest {

  private static final Instant CHECKED = Instant.parse("2026-08-22T15:00:00Z");
  private static final String RECORD =
      "{\"online\":true,\"latencyMs\":23.4,\"error\":\"none\",\"checkedAt\":\"" + CHECKED + "\"}";

  @Test
  void hostileRecord_neverTouchesTheOthers() {
    List<byte[]> records =
        new ArrayList<>(
            HostileRecords.around(RECORD, "online", "latencyMs", "error", "checkedAt", "name"));
    records.addAll(HostileRecords.damaged(RECORD.getBytes(UTF_8), 3_000));
    records.addAll(HostileRecords.random(500));
    for (byte[] hostile : records) {
      var collector = new AuthorityHealthReader.Collector();
      collector.add("bad", hostile);
      collector.add("good", RECORD.getBytes(UTF_8));
      AuthorityHealth data = collector.data();
      assertThat(data.probes()).containsEntry("good", new Probe(true, 23.4, "none", CHECKED));
      assertThat(data.probes().size() + data.rejected()).isEqualTo(2);
      Probe bad = data.probes().get("bad");
      if (bad != null) {
        assertSound(bad);
      }
    }
  }

  @Test
  void emptyRecord_isNoProbe() {
    var collector = new AuthorityHealthReader.Collector();
    collector.add("bad", "{}".getBytes(UTF_8));
    assertThat(collector.data()).isEqualTo(new AuthorityHealth(Map.of(), 1));
  }

  private static void assertSound(Probe probe) {
    Double latency = probe.latencyMillis();
    assertThat(latency == null || (latency >= 0 && latency <= 3_600_000)).isTrue();
    assertThat(probe.error() == null ? "" : probe.error())
        .hasSizeLessThanOrEqualTo(2000)
        .matches(HostileRecords::isSound);
    assertThat(probe.checkedAt() == null ? Instant.EPOCH : probe.checkedAt())
        .isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999999Z"));
  }
}
