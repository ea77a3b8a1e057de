package cepa.processor.source.onionoouptime;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.bytes;
import static cepa.processor.source.TestGraph.object;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.statistics.Period;
import cepa.processor.source.HostileRecords;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a record, the others are read.
class UptimeFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);

  private static final String RECORD =
      object(
          "\"fingerprint\":\"" + GOOD + "\"",
          "\"uptime\":" + object(aGraph().values(999, 40).as("1_month")),
          "\"flags\":{\"Running\":" + object(aGraph().values(999, 40).as("1_month")) + "}");

  static List<byte[]> hostile() {
    return HostileRecords.around(RECORD, "uptime", "flags");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileRecord_neverTouchesTheOthers(byte[] hostile) {
    UptimeData data = read(hostile);
    assertThat(data.relays()).hasSize(2);
    assertThat(uptime(data, GOOD).oneMonth()).isEqualTo(1.0);
    assertThat(data.series().of(Fingerprint.of(GOOD))).hasSize(1);
    assertThat(data.series().of(Fingerprint.of(BAD))).allMatch(s -> s.values().length <= 10_000);
    assertSound(data);
  }

  @Test
  void damagedRecords_neverFail_andSharesAreShares() {
    for (byte[] damaged : HostileRecords.damaged(bytes(RECORD), 10_000)) {
      assertSound(read(damaged));
    }
  }

  private static void assertSound(UptimeData data) {
    for (Period period : Period.ALL) {
      Double share = uptime(data, BAD).in(period);
      assertThat(share == null || (share >= 0 && share <= 1)).isTrue();
    }
    UptimeDetail detail = Objects.requireNonNull(data.details().get(Fingerprint.of(BAD)));
    for (double flag : detail.shares()) {
      assertThat(Double.isNaN(flag) || (flag >= 0 && flag <= 1)).isTrue();
    }
  }

  @Test
  void keyThatIsNoFingerprint_isCounted() {
    var collector = new UptimeReader.Collector();
    collector.add("not a relay", bytes(RECORD));
    collector.add(GOOD, bytes("no JSON"));
    UptimeData data = collector.finish();
    assertThat(data.rejected()).isEqualTo(2);
    assertThat(data.relays()).containsOnlyKeys(Fingerprint.of(GOOD));
  }

  private static Relay.Uptime uptime(UptimeData data, String fingerprint) {
    return Objects.requireNonNull(data.relays().get(Fingerprint.of(fingerprint)));
  }

  private static UptimeData read(byte[] record) {
    var collector = new UptimeReader.Collector();
    collector.add(BAD, record);
    collector.add(GOOD, bytes(RECORD));
    return collector.finish();
  }
}
