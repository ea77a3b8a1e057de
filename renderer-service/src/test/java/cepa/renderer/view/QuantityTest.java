package cepa.renderer.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SiteSettings.BandwidthUnit;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "2.5, 0, 2",
    "0.5, 0, 0",
    "1.5, 0, 2",
    "0.125, 2, 0.12",
    "2.675, 2, 2.67",
    "0.005, 2, 0.01"
  })
  void rounding_takesTheExactBinaryValueAndTiesToEven(double value, int decimals, String text) {
    assertThat(Rounding.halfEven(value, decimals).toPlainString()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0.0349, 0.03, 0.035",
    "0.25, 0.2, 0.25",
    "2.5, 2, 2.5",
    "874.6, 900, 870"
  })
  void coarseNumbers_keepTheirFirstDigits(double value, String one, String two) {
    assertThat(requireNonNull(Rounding.oneDigit(value)).toPlainString()).isEqualTo(one);
    assertThat(Rounding.twoDigits(new BigDecimal(value)).toPlainString()).isEqualTo(two);
    assertThat(Rounding.oneDigit(Double.NaN)).isNull();
    assertThat(Rounding.oneDigit(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, '1,000'", "1234567, '1,234,567'", "-12345, '-12,345'"})
  void counts_areGroupedInThrees(long count, String text) {
    assertThat(Rounding.grouped(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 Kbit/s, 0.00 KB/s",
    "124, 0.99 Kbit/s, 0.12 KB/s",
    "125, 1.00 Kbit/s, 0.12 KB/s",
    "124999, 999.99 Kbit/s, 125.00 KB/s",
    "125000, 1.00 Mbit/s, 125.00 KB/s",
    "999999, 8.00 Mbit/s, 1000.00 KB/s",
    "13456789, 107.65 Mbit/s, 13.46 MB/s",
    "124999999, 1000.00 Mbit/s, 125.00 MB/s",
    "125000000, 1.00 Gbit/s, 125.00 MB/s",
    "1000000000, 8.00 Gbit/s, 1.00 GB/s"
  })
  void rates_chooseTheirUnitBeforeRounding(long bytesPerSecond, String bits, String bytes) {
    assertThat(requireNonNull(Rate.of(bytesPerSecond, BandwidthUnit.BITS)).text()).isEqualTo(bits);
    assertThat(requireNonNull(Rate.of(bytesPerSecond, BandwidthUnit.BYTES)).text())
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 Kbit/s",
    "17, 0.14 Kbit/s",
    "124999999, 1 Gbit/s",
    "13456789, 110 Mbit/s",
    "130000, 1 Mbit/s",
    "145000, 1.2 Mbit/s"
  })
  void coarseRates_haveTwoDigits(long bytesPerSecond, String text) {
    assertThat(requireNonNull(Rate.coarse(bytesPerSecond, BandwidthUnit.BITS)).text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.00001, <0.01 %",
    "0.00123, 0.12 %",
    "0.0123, 1.2 %",
    "0.123, 12 %",
    "1, 100 %"
  })
  void coarseShares_haveTwoDigits(double fraction, String text) {
    assertThat(Share.coarse(fraction).text()).isEqualTo(text);
  }

  @Test
  void rateInTheUnitOfOthers_keepsThatUnit() {
    assertThat(Rate.in(125_000, RateUnit.GBIT).text()).isEqualTo("0.00 Gbit/s");
    assertThat(Rate.in(402_310_000_000L, RateUnit.MBIT, 0).number()).isEqualTo("3,218,480");
  }

  @Test
  void unknown_staysUnknown() {
    assertThat(Rate.of(null, BandwidthUnit.BITS)).isNull();
    assertThat(Share.of((Double) null, 2)).isNull();
    assertThat(Share.of(Double.NaN, 2)).isNull();
    assertThat(Share.of(0, 0, 1)).isNull();
    assertThat(Moment.of(null)).isNull();
    assertThat(Day.of(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0.0011, 0.11 %", "1, 100.00 %", "0, 0 %", "0.00001, <0.01 %", "0.00006, 0.01 %"})
  void share_saysWhenItIsTooSmallForItsDigits(double fraction, String text) {
    assertThat(Share.known(fraction, 2).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"61, +61", "-1234, '\u22121,234'", "0, ±0"})
  void difference_hasASign(long amount, String text) {
    assertThat(new Difference(amount).text()).isEqualTo(text);
  }

  @Test
  void times_areAbsoluteInUtcToTheMinute() {
    Moment moment = new Moment(Instant.parse("2026-08-22T15:00:59Z"));
    assertThat(moment.text()).isEqualTo("2026-08-22 15:00 UTC");
    assertThat(moment.machine()).isEqualTo("2026-08-22T15:00Z");
    assertThat(moment).isEqualTo(new Moment(Instant.parse("2026-08-22T15:00:00Z")));
    assertThat(moment.day().text()).isEqualTo("2026-08-22");
  }
}
