package cepa.processor.source.onionoobandwidth;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.bytes;
import static cepa.processor.source.TestGraph.object;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.statistics.Period;
import cepa.processor.source.HostileRecords;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a record, the others are read.
class BandwidthFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);

  private static final String RECORD =
      object(
          "\"fingerprint\":\"" + GOOD + "\"",
          "\"read_history\":" + object(aGraph().factor(2).values(500, 40).as("6_months")),
          "\"overload_ratelimits\":{\"timestamp\":1700000000000,\"write-count\":3}");

  static List<byte[]> hostile() {
    return HostileRecords.around(
        RECORD, "read_history", "write_history", "overload_ratelimits", "overload_fd_exhausted");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileRecord_neverTouchesTheOthers(byte[] hostile) {
    BandwidthData data = read(hostile);
    RelayBandwidth good = Objects.requireNonNull(data.relays().get(Fingerprint.of(GOOD)));
    assertThat(data.relays()).hasSize(2);
    assertThat(good.average()[Period.SIX_MONTHS.index()]).isEqualTo(1000);
    assertThat(good.limits()).isNotNull();
    assertThat(data.series().of(Fingerprint.of(GOOD))).hasSize(1);
    assertThat(data.series().of(Fingerprint.of(BAD))).allMatch(s -> s.values().length <= 10_000);
    assertSound(data);
  }

  @Test
  void damagedRecords_neverFail_andFiguresAreSound() {
    for (byte[] damaged : HostileRecords.damaged(bytes(RECORD), 10_000)) {
      assertSound(read(damaged));
    }
  }

  private static void assertSound(BandwidthData data) {
    RelayBandwidth relay = Objects.requireNonNull(data.relays().get(Fingerprint.of(BAD)));
    for (double[] values : List.of(relay.read(), relay.written(), relay.average())) {
      for (double value : values) {
        assertThat(Double.isNaN(value) || (value >= 0 && value <= 1e18)).isTrue();
      }
    }
  }

  @Test
  void keyThatIsNoFingerprint_isCounted() {
    var collector = new BandwidthReader.Collector();
    collector.add("not a relay", bytes(RECORD));
    collector.add(GOOD, bytes("no JSON"));
    assertThat(collector.finish().rejected()).isEqualTo(2);
  }

  private static BandwidthData read(byte[] record) {
    var collector = new BandwidthReader.Collector();
    collector.add(BAD, record);
    collector.add(GOOD, bytes(RECORD));
    return collector.finish();
  }
}
