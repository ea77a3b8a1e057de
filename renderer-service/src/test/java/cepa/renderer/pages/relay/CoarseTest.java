package cepa.renderer.pages.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SiteSettings.BandwidthUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoarseTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "89999, 1",
    "95040, 1.1",
    "172799, 1.9",
    "190000, 2",
    "691199, 7",
    "691200, 8",
    "864000, 10",
    "1641600, 10",
    "8553600, 90",
    "8640000, 100",
    "49248000, 500"
  })
  void days_areCutSoThatTheyHoldFromHourToHour(long seconds, String days) {
    assertThat(requireNonNull(Coarse.days(seconds)).toPlainString()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"90000, 1", "691200, 8", "1036800, 12", "1123456, 13"})
  void neededDays_keepTwoDigits(long seconds, String days) {
    assertThat(requireNonNull(Coarse.neededDays(seconds)).toPlainString()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"7, 60 Kbit/s", "9400, 80 Mbit/s", "13648, 100 Mbit/s", "130000, 1 Gbit/s"})
  void measurements_areRoundedToOneDigit(int kilobytes, String text) {
    assertThat(requireNonNull(Coarse.measured(kilobytes, BandwidthUnit.BITS)).text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "99, 100", "9400, 9000", "14900, 10000", "15000, 20000"})
  void weights_areRoundedToOneDigit(long raw, long shown) {
    assertThat(Coarse.weight(raw)).isEqualTo(shown);
  }

  @Test
  void unknown_staysUnknown() {
    assertThat(Coarse.days(null)).isNull();
    assertThat(Coarse.neededDays(null)).isNull();
    assertThat(Coarse.measured(null, BandwidthUnit.BITS)).isNull();
    assertThat(Coarse.weight(null)).isNull();
  }
}
