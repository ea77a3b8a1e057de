package cepa.processor.analysis.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.intelligence.NetworkIntelligence.Adequacy;
import cepa.model.intelligence.NetworkIntelligence.Evenness;
import cepa.model.intelligence.NetworkIntelligence.Level;
import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.model.operator.NetworkPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {

  @ParameterizedTest
  @CsvSource({"0, UNKNOWN", "1, HIGH", "2, MEDIUM", "3, MEDIUM", "4, LOW", "99, LOW"})
  void fewVersions_areARisk_andNoneIsUnknown(int versions, Level level) {
    assertThat(NetworkLayers.synchronization(versions)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({", UNKNOWN", "0.149, LOW", "0.15, MEDIUM", "0.25, HIGH", "0.4304, HIGH"})
  void levelOfConcentration(@Nullable Double hhi, Level level) {
    assertThat(NetworkLayers.concentration(hhi)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({", UNKNOWN", "0.304, EXCELLENT", "0.4, GOOD", "0.6, POOR"})
  void classOfEvenness(@Nullable Double gini, Evenness evenness) {
    assertThat(NetworkLayers.evenness(gini)).isEqualTo(evenness);
  }

  @ParameterizedTest
  @CsvSource({", UNKNOWN", "0.09, CRITICAL", "0.1, LOW", "0.2, ADEQUATE", "0.56, ADEQUATE"})
  void classOfExitCapacity(@Nullable Double exit, Adequacy adequacy) {
    assertThat(NetworkLayers.adequacy(exit)).isEqualTo(adequacy);
  }

  @ParameterizedTest
  @CsvSource({"0, UNKNOWN", "1, POOR", "2, OKAY", "3, OKAY", "4, GREAT"})
  void ratingOfCountries(int countries, Rating rating) {
    assertThat(OperatorLayer.countryRating(countries)).isEqualTo(rating);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, UNKNOWN", "1, 0, POOR", "2, 0, OKAY", "1, 1, GREAT", "5, 1, GREAT"})
  void ratingOfNetworks(int networks, int rare, Rating rating) {
    assertThat(OperatorLayer.networkRating(networks, rare)).isEqualTo(rating);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, 0, GUARD_ONLY",
    "0, 1, 0, MIDDLE_ONLY",
    "0, 0, 2, EXIT_ONLY",
    "7, 3, 0, GUARD_FOCUSED",
    "6, 4, 0, BALANCED",
    "2, 3, 5, EXIT_FOCUSED",
    "5, 0, 5, EXIT_FOCUSED",
    "3, 4, 3, MULTI_ROLE",
    "2, 6, 2, BALANCED",
    "1, 9, 0, BALANCED",
    "0, 0, 0, NO_RELAYS"
  })
  void positionInTheNetwork(int guards, int middles, int exits, NetworkPosition position) {
    assertThat(NetworkPosition.of(guards, middles, exits)).isEqualTo(position);
  }
}
