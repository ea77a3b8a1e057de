package cepa.processor.analysis.leaderboards;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.leaderboard.GeographicAchievement;
import cepa.model.rarity.Rarity.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

  private static final Map<Character, Region> REGIONS =
      Map.of(
          'n', Region.NORTH_AMERICA,
          'e', Region.EUROPE,
          'a', Region.ASIA_PACIFIC,
          's', Region.EASTERN_EUROPE,
          'o', Region.OTHER);

  /// One letter a country.
  @ParameterizedTest
  @CsvSource({
    "nea, MULTI_CONTINENTAL_CHAMPION",
    "neasoaoo, GLOBAL_EMPEROR",
    "eeeee, EUROPE_EMPEROR",
    "ee, EUROPE_CHAMPION",
    "nnn, NORTH_AMERICA_EMPEROR",
    "sss, EASTERN_EUROPE_EMPEROR",
    "s, EASTERN_EUROPE_CHAMPION",
    "aaaa, ASIA_PACIFIC_EMPEROR",
    "aae, ASIA_PACIFIC_CHAMPION",
    "oo, FRONTIER_PIONEER",
    "ooo, FRONTIER_EMPEROR",
    "ne, NORTH_AMERICA_CHAMPION",
    "'', REGIONAL_SPECIALIST"
  })
  void achievementForCountries(String countries, GeographicAchievement achievement) {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < countries.length(); i++) {
      regions.add(REGIONS.getOrDefault(countries.charAt(i), Region.OTHER));
    }
    assertThat(Achievements.of(regions)).isEqualTo(achievement);
  }

  @Test
  void diversity_isCountriesRarityAndPlatforms() {
    assertThat(Metrics.score(2, 7, 2)).isEqualTo(10.8);
    assertThat(Metrics.score(2, 5, 2)).isEqualTo(10.0);
    assertThat(Metrics.score(0, 0, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "9, 1",
    "10, 1.05",
    "20, 1.1",
    "50, 1.15",
    "60, 1.15",
    "100, 1.2",
    "200, 1.25",
    "300, 1.3"
  })
  void veteransWithManyRelays_countMore(int relays, double factor) {
    assertThat(Metrics.factor(relays)).isEqualTo(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4:9001, 1.2.3.4, false",
    "1.2.3.4, 1.2.3.4, false",
    "[2001:DB8:0:0::1]:9001, 2001:db8:0:0:0:0:0:1, true",
    "[2001:db8::1], 2001:db8:0:0:0:0:0:1, true",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1, true"
  })
  void oneAddress_hasOneText(String text, String address, boolean isIpv6) {
    assertThat(OrAddress.parse(text)).isEqualTo(new OrAddress(address, isIpv6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3.0/24:25",
        "*:25",
        "[::1",
        "1.2.3.256",
        "1.2.3",
        "example.org:80",
        ":",
        "[:]",
        "[1:2:3:4:5:6:7:8:9]:1",
        "1.2.3.4:999999"
      })
  void whatIsNoAddress(String text) {
    assertThat(OrAddress.parse(text)).isNull();
  }

  @Test
  void anyText_isAnAddressOrNone() {
    var random = new Random(9);
    String alphabet = "0123456789abcdef:.[]/%*";
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      OrAddress address = OrAddress.parse(text.toString());
      assertThat(address == null || !address.text().isEmpty()).isTrue();
    }
  }
}
