package cepa.processor.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.consensus.FlagThresholds;
import cepa.processor.source.HostileRecords;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sound records of consensus and votes to be damaged, and what must hold of whatever is read.
public final class HostileDirectory {

  public static final String HEAD =
      """
      network-status-version 3
      consensus-method 34
      consensus-methods 28 30
      published 2026-08-22 14:50:00
      valid-after 2026-08-22 15:00:00
      known-flags Authority Fast
      flag-thresholds stable-uptime=1313028 fast-speed=102000 guard-wfu=98.500% enough-mtbf=1
      params a=1 use-family-ids=2
      dir-source bastet 27102BC123E7AF1D4741AE047E160C91ADC76B21 a.example 192.0.2.1 80 443
      bandwidth-file-headers timestamp=1787407200 software=sbws
      bandwidth-file-digest sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
      """;

  public static final String ENTRY =
      """
      r swift AAjZZA/klH9z41X2fiDC0pC7xyw oDkKhMsPSZxq7UefLEpRQReeVDg 2026-08-22 06:42:41 192.0.2.1 444 0
      a [2001:db8::1]:81
      s Fast Running
      w Bandwidth=6560 Measured=8805
      stats wfu=0.994390 tk=4060101 mtbf=4789958
      """;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private HostileDirectory() {}

  public static byte[] entry() {
    return ENTRY.getBytes(ISO_8859_1);
  }

  /// That it is [#HEAD].
  public static void assertWhole(StatusHead head) {
    assertThat(head.method()).isEqualTo(34);
    assertThat(head.methods()).containsExactly(28, 30);
    assertThat(head.validAfter()).isEqualTo("2026-08-22T15:00:00Z");
    assertThat(head.thresholds().guardWfu()).isEqualTo(0.985);
    assertThat(head.params()).isEqualTo(Map.of("a", 1, "use-family-ids", 2));
    assertThat(head.damaged()).isZero();
  }

  /// That the row is of [#ENTRY].
  public static void assertWhole(RouterColumns columns, int row) {
    assertThat(columns.has(row)).isTrue();
    assertThat(Long.bitCount(columns.flags()[row])).isEqualTo(2);
    assertThat(columns.bandwidth()[row]).isEqualTo(6560);
    assertThat(columns.measured()[row]).isEqualTo(8805);
    assertThat(columns.wfu()[row]).isEqualTo(994_390);
    assertThat(columns.timeKnown()[row]).isEqualTo(4_060_101);
    assertThat(columns.mtbf()[row]).isEqualTo(4_789_958);
  }

  /// That the row has no figure that does not stand in the entry.
  public static void assertSaid(RouterColumns columns, int row, byte[] entry) {
    if (!columns.has(row)) {
      return;
    }
    int[][] all = {columns.bandwidth(), columns.measured(), columns.timeKnown(), columns.mtbf()};
    for (int[] column : all) {
      int figure = column[row];
      assertThat(figure == Lines.UNKNOWN || (figure >= 0 && HostileRecords.says(entry, figure)))
          .isTrue();
    }
    assertThat(columns.wfu()[row]).isBetween(Lines.UNKNOWN, 1_000_000);
    assertThat(columns.published()[row]).isBetween((long) Lines.UNKNOWN, LAST.getEpochSecond());
  }

  /// That whatever it says can be.
  public static void assertSensible(StatusHead head) {
    assertSensible(head.validAfter());
    assertSensible(head.validUntil());
    assertSensible(head.published());
    assertThat(head.methods()).isSorted().doesNotHaveDuplicates();
    assertThat(head.knownFlags()).allMatch(flag -> flag.matches("[!-~]{1,1000}"));
    assertThat(head.sources()).allMatch(source -> source.nickname().matches("\\w{1,19}"));
    FlagThresholds thresholds = head.thresholds();
    assertShare(thresholds.guardWfu());
    assertShare(thresholds.hsdirWfu());
    Long uptime = thresholds.stableUptime();
    assertThat(uptime == null || (uptime >= 0 && uptime < 1_000_000_000_000L)).isTrue();
    assertThat(head.bandwidthDigest() == null ? "" : head.bandwidthDigest())
        .matches("|[0-9A-F]{64}");
    assertThat(head.damaged()).isNotNegative();
  }

  private static void assertSensible(@Nullable Instant time) {
    assertThat(time == null ? Instant.EPOCH : time).isBetween(Instant.EPOCH, LAST);
  }

  private static void assertShare(@Nullable Double share) {
    assertThat(share == null || (share >= 0 && share <= 1)).isTrue();
  }
}
