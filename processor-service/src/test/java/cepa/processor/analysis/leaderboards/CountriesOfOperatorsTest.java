package cepa.processor.analysis.leaderboards;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.leaderboard.GeographicAchievement;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.leaderboard.OperatorMetrics.Count;
import cepa.processor.analysis.Results;
import cepa.processor.source.onionoodetails.TestRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator's countries make of it.
class CountriesOfOperatorsTest {

  @ParameterizedTest
  @CsvSource({
    "US DE JP,                MULTI_CONTINENTAL_CHAMPION",
    "US DE JP RU BR CN ZA IN, GLOBAL_EMPEROR",
    "DE FR NL ES IT,          EUROPE_EMPEROR",
    "DE FR,                   EUROPE_CHAMPION",
    "US CA MX,                NORTH_AMERICA_EMPEROR",
    "PL CZ RO,                EASTERN_EUROPE_EMPEROR",
    "JP AU SG KR,             ASIA_PACIFIC_EMPEROR",
    "BR CN,                   FRONTIER_PIONEER",
    "BR CN ZA,                FRONTIER_EMPEROR",
    "US DE,                   NORTH_AMERICA_CHAMPION",
    "'',                      REGIONAL_SPECIALIST"
  })
  void achievement(String countries, GeographicAchievement achievement) {
    assertThat(operatorIn(countries).geography()).isEqualTo(achievement);
  }

  @Test
  void breakdown_isByRelays_thenByCode() {
    assertThat(operatorIn("JP US BR CA US CN CA US ZA").countries())
        .containsExactly(
            new Count("US", 3),
            new Count("CA", 2),
            new Count("BR", 1),
            new Count("CN", 1),
            new Count("JP", 1),
            new Count("ZA", 1));
  }

  /// @param countries one a relay, separated by blanks; none for a relay of unknown place
  private static OperatorMetrics operatorIn(String countries) {
    List<TestRelay> relays = new ArrayList<>();
    for (String country : countries.split(" ")) {
      TestRelay relay =
          aRelay(Integer.toHexString(relays.size()).toUpperCase(Locale.ROOT))
              .with("contact", "the operator")
              .with("observed_bandwidth", 1000);
      relays.add(country.isEmpty() ? relay : relay.with("country", country));
    }
    return Results.of(NOON, relays).get(Leaderboards.class).operators().getFirst();
  }
}
