package cepa.standalone.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SiteSettings.BandwidthUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  @Test
  void numbers_areTheSameToTenDigits() {
    assertThat(Values.same(0.005736442113, 0.0057364421132)).isTrue();
    assertThat(Values.same(0.005736442113, 0.005736443)).isFalse();
    assertThat(Values.same(0, 0.0)).isTrue();
    assertThat(Values.same(12, 13)).isFalse();
  }

  @Test
  void shownNumbers_areTheSameIfTheyRoundToWhatIsShown() {
    assertThat(Values.same("0.36%", Shown.percent(0.00362, 2))).isTrue();
    assertThat(Values.same("0.37%", Shown.percent(0.00362, 2))).isFalse();
    assertThat(Values.same("0.36 MB", Shown.percent(0.00362, 2))).isFalse();
  }

  @Test
  void inTheMiddle_eitherNeighbourIsRight() {
    assertThat(Values.same("0.12%", Shown.percent(0.00125, 2))).isTrue();
    assertThat(Values.same("0.13%", Shown.percent(0.00125, 2))).isTrue();
    assertThat(Values.same("0.14%", Shown.percent(0.00125, 2))).isFalse();
  }

  @Test
  void keptRounded_isTheSameAsWhatRoundsToIt() {
    assertThat(Values.same(25456.08904, Rounded.whole(25456))).isTrue();
    assertThat(Values.same(25456.6, Rounded.whole(25456))).isFalse();
  }

  @Test
  void markup_isNotInGoldenTexts() {
    assertThat(Values.same("\">alert(4)<", "\"><script>alert(4)<")).isTrue();
    assertThat(Values.same("a b", "a <i> b")).isTrue();
    assertThat(Values.same("a", "b")).isFalse();
  }

  @Test
  void unknown_isNeverZero() {
    assertThat(Values.same(0, null)).isFalse();
    assertThat(Values.same(null, 0)).isFalse();
    assertThat(Values.same(null, null)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 Kbit/s",
    "124, 0.99 Kbit/s",
    "125000, 1.00 Mbit/s",
    "13456789, 107.65 Mbit/s",
    "124999999, 1000.00 Mbit/s",
    "1000000000, 8.00 Gbit/s"
  })
  void rates_haveTheUnitThatSuitsThem(double bytes, String text) {
    assertThat(Shown.rate(bytes, 2, BandwidthUnit.BITS).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, N/A",
    "250, 0.2 KB",
    "500, 0.5 KB",
    "1000, 1.0 KB",
    "9949, 9.9 KB",
    "9950, 9.9 KB",
    "999999, 1000 KB",
    "1e6, 1.0 MB",
    "1234567, 1.2 MB",
    "2.5e9, 2.5 GB",
    "12.5e9, 12 GB",
    "3.74e12, 3.7 TB",
    "9.94e12, 9.9 TB",
    "9.95e12, 9.9 TB",
    "9.96e12, 10 TB",
    "1.5e15, 1.5 PB",
    "2.4e16, 24 PB"
  })
  void volumes_haveOneDecimalBelowTen(double bytes, String text) {
    Object shown = Shown.volume(bytes);
    assertThat(shown instanceof Shown number ? number.text() : shown).isEqualTo(text);
  }

  @Test
  void elementsOfLists_areToldApartByWhatIdentifiesThem() {
    Map<String, ?> leaves =
        Leaves.of(
            Map.of(
                "votes",
                List.of(
                    Map.of("authority", "tor26", "voted", true),
                    Map.of("authority", "dizum", "voted", false))));

    assertThat(leaves.get("votes[dizum].voted")).isEqualTo(false);
    assertThat(leaves.get("votes[]")).isEqualTo(List.of("tor26", "dizum"));
  }
}
