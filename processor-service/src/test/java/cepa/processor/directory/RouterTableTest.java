package cepa.processor.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.processor.source.HostileRecords;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTableTest {

  private static final String KEY = "0008D9640FE4947F73E355F67E20C2D290BBC72C";
  private static final String R =
      "r swift AAjZZA/klH9z41X2fiDC0pC7xyw oDkKhMsPSZxq7UefLEpRQReeVDg"
          + " 2026-08-22 06:42:41 192.0.2.1 444 0\n";
  private static final String ENTRY =
      R
          + "a [2001:db8::1]:81\n"
          + "s Fast Running Valid\n"
          + "v Tor 0.4.8.21\n"
          + "w Bandwidth=6560 Measured=8805\n"
          + "stats wfu=0.994390 tk=4060101 mtbf=4789958\n";

  private final RouterTable.Shared shared = RouterTable.Shared.create();
  private final RouterTable table = new RouterTable(shared);

  @Test
  void entry_isReadIntoColumns() {
    add(ENTRY);
    RouterColumns columns = table.columns();
    assertThat(columns.has(0)).isTrue();
    assertThat(shared.bits().names()).containsExactly("Fast", "Running", "Valid");
    assertThat(columns.flags()[0]).isEqualTo(0b111);
    assertThat(columns.bandwidth()[0]).isEqualTo(6560);
    assertThat(columns.measured()[0]).isEqualTo(8805);
    assertThat(columns.wfu()[0]).isEqualTo(994_390);
    assertThat(columns.timeKnown()[0]).isEqualTo(4_060_101);
    assertThat(columns.mtbf()[0]).isEqualTo(4_789_958);
    assertThat(Instant.ofEpochSecond(columns.published()[0])).isEqualTo("2026-08-22T06:42:41Z");
    assertThat(shared.addressTexts()).containsExactly("[2001:db8::1]:81");
    assertThat(columns.withIpv6()).isEqualTo(1);
    assertThat(table.rejected()).isZero();
  }

  @Test
  void whatIsNotSaid_isUnknown_neverZero() {
    add(R);
    RouterColumns columns = table.columns();
    assertThat(columns.flags()[0]).isZero();
    assertThat(columns.bandwidth()[0]).isEqualTo(Lines.UNKNOWN);
    assertThat(columns.measured()[0]).isEqualTo(Lines.UNKNOWN);
    assertThat(columns.wfu()[0]).isEqualTo(Lines.UNKNOWN);
    assertThat(columns.timeKnown()[0]).isEqualTo(Lines.UNKNOWN);
    assertThat(columns.mtbf()[0]).isEqualTo(Lines.UNKNOWN);
    assertThat(columns.ipv6()[0]).isEqualTo(Lines.UNKNOWN);
  }

  /// D-16.
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:9001", "2001:db8::1", "[::1", "[evil<b>]:1", "[]:80", ""})
  void onlyABracketedAddressAndPort_isIpv6(String address) {
    add(R + "a " + address + "\n");
    assertThat(table.columns().withIpv6()).isZero();
    assertThat(shared.addressTexts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000000",
    "1.000000, 1000000",
    "0.5, 500000",
    "0.9843219, 984321",
    "0, 0",
    "1.1, -1",
    "-0.5, -1",
    "NaN, -1",
    "1e-3, -1",
    "0., -1",
    ".5, -1",
    "'', -1",
    "0.5x, -1"
  })
  void uptime_isAFractionOfOne(String text, int expected) {
    add(R + "stats wfu=" + text + " tk=5\n");
    assertThat(table.columns().wfu()[0]).isEqualTo(expected);
    assertThat(table.columns().timeKnown()[0]).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "2147483647, 2147483647",
    "2147483648, -1",
    "99999999999999999999999, -1",
    "-1, -1",
    "1.5, -1",
    "'', -1",
    "0, 0"
  })
  void numbers_areNaturalAndFit(String text, int expected) {
    add(R + "w Bandwidth=" + text + " Measured=3\n");
    assertThat(table.columns().bandwidth()[0]).isEqualTo(expected);
    assertThat(table.columns().measured()[0]).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29 00:00:00, 1709164800", "2023-02-29 00:00:00, -1", "1970-01-01 00:00:00, 0",
    "2000-03-01 00:00:00, 951868800", "2100-02-29 00:00:00, -1",
        "9999-12-31 23:59:59, 253402300799",
    "2026-13-01 00:00:00, -1", "2026-00-10 00:00:00, -1", "2026-01-32 00:00:00, -1",
    "2026-01-01 24:00:00, -1", "2026-01-0x 00:00:00, -1"
  })
  void timeOfTheDescriptor_isARealOne(String time, long expected) {
    add(R.replace("2026-08-22 06:42:41", time) + "w Bandwidth=7\n");
    assertThat(table.columns().published()[0]).isEqualTo(expected);
    assertThat(table.columns().bandwidth()[0]).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s Fast\n", "r short\n", "r a b c 2026-08-22 06:42:41 1.2.3.4 444\n"})
  void entryWithoutAWholeFirstLine_isRejected(String entry) {
    add(entry);
    assertThat(table.rejected()).isEqualTo(1);
    assertThat(table.columns().entries()).isZero();
    assertThat(table.columns().has(0)).isFalse();
  }

  @Test
  void relayThatComesAgain_andKeysThatAreNone_areRejected() {
    add(ENTRY);
    add(R + "s Exit\n");
    table.add("foot", ENTRY.getBytes(ISO_8859_1));
    assertThat(table.rejected()).isEqualTo(2);
    assertThat(table.columns().entries()).isEqualTo(1);
    assertThat(table.columns().flags()[0]).isEqualTo(0b111);
  }

  @Test
  void tablesOfSeveralDocuments_shareRows() {
    var other = new RouterTable(shared);
    add(ENTRY);
    other.add("F".repeat(40), ENTRY.getBytes(ISO_8859_1));
    assertThat(other.columns().has(0)).isFalse();
    assertThat(other.columns().has(1)).isTrue();
    assertThat(table.columns().has(1)).isFalse();
    assertThat(table.columns().has(1_000_000)).isFalse();
  }

  @Test
  void hostileFlags_takeNoMoreThanAWord() {
    StringBuilder flags = new StringBuilder("s");
    for (int i = 0; i < 200; i++) {
      flags.append(" Flag").append(i);
    }
    add(R + flags + " <b>\u0000\n");
    assertThat(shared.bits().names()).hasSize(63).allMatch(name -> name.matches("Flag\\d+"));
    assertThat(table.columns().flags()[0]).isNotEqualTo(Lines.UNKNOWN);
  }

  @Test
  void damagedBytes_neverFail_andValuesStayInTheirRanges() {
    for (byte[] bytes : HostileRecords.damaged(ENTRY.getBytes(ISO_8859_1), 20_000)) {
      var fuzzed = new RouterTable(shared);
      fuzzed.add(KEY, bytes);
      RouterColumns columns = fuzzed.columns();
      assertThat(columns.entries() + fuzzed.rejected()).isEqualTo(1);
      if (columns.has(0)) {
        assertThat(columns.wfu()[0]).isBetween(-1, 1_000_000);
        assertThat(columns.bandwidth()[0]).isGreaterThanOrEqualTo(-1);
        assertThat(columns.published()[0]).isBetween(-1L, 253_402_300_799L);
      }
    }
    assertThat(shared.bits().names()).hasSizeLessThanOrEqualTo(63);
  }

  private void add(String entry) {
    table.add(KEY, entry.getBytes(ISO_8859_1));
  }
}
