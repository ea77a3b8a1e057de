package cepa.processor.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.processor.source.HostileRecords;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadParserTest {

  private static final String VOTE =
      """
      @type network-status-vote-3 1.0
      network-status-version 3
      vote-status vote
      consensus-methods 28 30 29
      published 2026-08-22 14:50:00
      valid-after 2026-08-22 15:00:00
      valid-until 2026-08-22 18:00:00
      known-flags Authority Fast
      flag-thresholds stable-uptime=1313028 stable-mtbf=2692026 fast-speed=102000 \
      guard-wfu=98.500% guard-tk=691200 guard-bw-inc-exits=30151165 \
      guard-bw-exc-exits=23711360 enough-mtbf=1 ignoring-advertised-bws=0
      params a=1 b=-2147483648 c=2147483648 d=x
      dir-source bastet 27102BC123E7AF1D4741AE047E160C91ADC76B21 a.example 192.0.2.1 80 443
      contact nobody
      bandwidth-file-headers timestamp=1787407200 software=sbws
      bandwidth-file-digest sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
      """;

  @Test
  void voteSaysWhatItIs() {
    StatusHead head = parse(VOTE);
    assertThat(head.validAfter()).isEqualTo("2026-08-22T15:00:00Z");
    assertThat(head.validUntil()).isEqualTo("2026-08-22T18:00:00Z");
    assertThat(head.published()).isEqualTo("2026-08-22T14:50:00Z");
    assertThat(head.method()).isNull();
    assertThat(head.methods()).containsExactly(28, 29, 30);
    assertThat(head.knownFlags()).containsExactly("Authority", "Fast");
    assertThat(head.thresholds().guardWfu()).isEqualTo(0.985);
    assertThat(head.thresholds().enoughMtbf()).isTrue();
    assertThat(head.thresholds().ignoringAdvertised()).isFalse();
    assertThat(head.thresholds().guardTopQuarter()).isEqualTo(23_711_360);
    assertThat(head.thresholds().hsdirWfu()).isNull();
    assertThat(head.params()).isEqualTo(Map.of("a", 1, "b", Integer.MIN_VALUE));
    assertThat(head.sources())
        .containsExactly(
            new StatusHead.DirSource(
                "bastet",
                Fingerprint.of("27102BC123E7AF1D4741AE047E160C91ADC76B21"),
                "192.0.2.1",
                80,
                443));
    assertThat(head.bandwidthHeaders())
        .isEqualTo(Map.of("timestamp", "1787407200", "software", "sbws"));
    assertThat(head.bandwidthDigest()).isEqualTo("0".repeat(64));
    assertThat(head.damaged()).as("two parameters that are no 32-bit number").isEqualTo(2);
  }

  @Test
  void emptyHead_knowsNothing() {
    StatusHead head = parse("");
    assertThat(head.validAfter()).isNull();
    assertThat(head.thresholds().enoughMtbf()).isNull();
    assertThat(head.bandwidthHeaders()).isNull();
    assertThat(head.damaged()).isZero();
  }

  @Test
  void methodsWithAWordThatIsNoNumber_areNone() {
    assertThat(parse("consensus-methods 28 x 30\n").methods()).isEmpty();
  }

  @Test
  void thresholdsThatAreNoNumbers_areUnknown() {
    StatusHead head =
        parse("flag-thresholds guard-wfu=NaN% guard-tk=-5 fast-speed=1e9 stable-mtbf=7\n");
    assertThat(head.thresholds().guardWfu()).isNull();
    assertThat(head.thresholds().guardTimeKnown()).isNull();
    assertThat(head.thresholds().fastSpeed()).isNull();
    assertThat(head.thresholds().stableMtbf()).isEqualTo(7);
    assertThat(head.damaged()).isEqualTo(3);
  }

  @Test
  void hostileNicknames_areNoSource() {
    assertThat(parse(VOTE.replace("bastet", "<b>")).sources()).isEmpty();
  }

  @Test
  void linesThatMayBeSkipped_carryAPrefix_andOtherLineEndsAreRead() {
    assertThat(parse("opt valid-after 2026-08-22 15:00:00\r\nconsensus-method 34\r\n"))
        .satisfies(head -> {
          assertThat(head.validAfter()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
          assertThat(head.method()).isEqualTo(34);
        });
  }

  @Test
  void shareOfMoreThanTheWhole_isUnknown() {
    StatusHead head = parse("flag-thresholds guard-wfu=98.5 hsdir-wfu=100.1%\n");
    assertThat(head.thresholds().guardWfu()).isNull();
    assertThat(head.thresholds().hsdirWfu()).isNull();
    assertThat(head.damaged()).isEqualTo(2);
    assertThat(parse("flag-thresholds guard-wfu=100%\n").thresholds().guardWfu()).isEqualTo(1);
  }

  @Test
  void damagedBytes_neverFail_andSayWhatCanBe() {
    for (byte[] bytes : HostileRecords.ofLines(VOTE)) {
      HostileDirectory.assertSensible(HeadParser.parse(bytes));
    }
  }

  private static StatusHead parse(String head) {
    return HeadParser.parse(head.getBytes(ISO_8859_1));
  }
}
