package cepa.processor.source.collectorconsensus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.processor.directory.HostileDirectory;
import cepa.processor.source.HostileRecords;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Whatever stands in a record of a consensus, the others are read.
class ConsensusFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);
  private static final String SIGNER = "1".repeat(40);
  private static final String FOOT =
      "directory-footer\nbandwidth-weights Wbd=0 Wgg=10000\ndirectory-signature sha256 "
          + SIGNER
          + " "
          + "F".repeat(40)
          + "\n-----BEGIN SIGNATURE-----\nAAAA\n-----END SIGNATURE-----\n";

  @Test
  void hostileEntry_neverTouchesTheOthers() {
    for (byte[] hostile : HostileRecords.ofLines(HostileDirectory.ENTRY)) {
      ConsensusData data = read(HostileDirectory.HEAD, hostile, FOOT);
      HostileDirectory.assertWhole(data.head());
      HostileDirectory.assertWhole(data.routers(), row(data, GOOD));
      HostileDirectory.assertSaid(data.routers(), row(data, BAD), hostile);
      assertThat(data.routers().entries() + data.rejected()).isEqualTo(2);
      assertThat(data.flags()).hasSizeLessThanOrEqualTo(63).allMatch(f -> f.matches("\\w{1,64}"));
      assertFootIsWhole(data);
    }
  }

  @Test
  void hostileHead_neverTouchesTheRelays() {
    for (byte[] hostile : HostileRecords.ofLines(HostileDirectory.HEAD)) {
      ConsensusData data = read(new String(hostile, ISO_8859_1), HostileDirectory.entry(), FOOT);
      HostileDirectory.assertSensible(data.head());
      HostileDirectory.assertWhole(data.routers(), row(data, GOOD));
      HostileDirectory.assertWhole(data.routers(), row(data, BAD));
      assertFootIsWhole(data);
    }
  }

  @Test
  void hostileFoot_neverTouchesTheRelays() {
    for (byte[] hostile : HostileRecords.ofLines(FOOT)) {
      ConsensusData data =
          read(HostileDirectory.HEAD, HostileDirectory.entry(), new String(hostile, ISO_8859_1));
      HostileDirectory.assertWhole(data.head());
      HostileDirectory.assertWhole(data.routers(), row(data, GOOD));
      data.bandwidthWeights()
          .forEach((name, weight) ->
              assertThat(HostileRecords.says(hostile, Math.abs((long) weight))).isTrue());
      assertThat(data.rejected()).isZero();
    }
  }

  @Test
  void nothing_saysNothing() {
    ConsensusData data = new ConsensusReader.Collector().data();
    assertThat(data.head().validAfter()).isNull();
    assertThat(data.head().method()).isNull();
    assertThat(data.routers().entries()).isZero();
    assertThat(data.bandwidthWeights()).isEmpty();
    assertThat(data.signers()).isEmpty();
    assertThat(data.rejected()).isZero();
  }

  private static void assertFootIsWhole(ConsensusData data) {
    assertThat(data.bandwidthWeights()).isEqualTo(Map.of("Wbd", 0, "Wgg", 10_000));
    assertThat(data.signers()).containsExactly(Fingerprint.of(SIGNER));
  }

  private static int row(ConsensusData data, String relay) {
    return Objects.requireNonNullElse(data.rows().get(Fingerprint.of(relay)), -1);
  }

  private static ConsensusData read(String head, byte[] entry, String foot) {
    var collector = new ConsensusReader.Collector();
    collector.add(BAD, entry);
    collector.add("head", head.getBytes(ISO_8859_1));
    collector.add(GOOD, HostileDirectory.entry());
    collector.add("foot", foot.getBytes(ISO_8859_1));
    return collector.data();
  }
}
