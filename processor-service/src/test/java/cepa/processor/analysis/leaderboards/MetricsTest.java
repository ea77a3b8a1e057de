package cepa.processor.analysis.leaderboards;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.leaderboard.GeographicAchievement;
import cepa.model.rarity.Rarity.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
