package cepa.processor.analysis.rarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity.Region;
import cepa.model.rarity.Rarity.Thresholds;
import cepa.model.rarity.Rarity.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RarityTest {

  private static final RarityTables TABLES = RarityTables.load(null);

  @ParameterizedTest
  @CsvSource({
    "KZ,    1, 10000, 6, 6, 2, 2, 48, LEGENDARY",
    "KZ,    3, 10000, 4, 6, 2, 2, 40, LEGENDARY",
    "MT,    4, 10000, 3, 6, 2, 0, 34, LEGENDARY",
    "TN,    2,  8000, 5, 6, 1, 2, 42, LEGENDARY",
    "IN,   17,  9000, 0, 2, 1, 0,  8, RARE",
    "CN,   50, 10000, 0, 0, 3, 0,  6, RARE",
    "VN,  100,  9000, 0, 0, 3, 0,  6, RARE",
    "IS,   60, 10000, 0, 0, 2, 0,  4, EMERGING",
    "ZA,   30, 10000, 0, 0, 1, 2,  4, EMERGING",
    "LU,   18,  9000, 0, 0, 0, 0,  0, COMMON",
    "US, 2000, 10000, 0, 0, 0, 0,  0, COMMON",
    "DE, 3000, 10000, 0, 0, 0, 0,  0, COMMON"
  })
  void scoreOfACountry(
      String code,
      int relays,
      int all,
      int count,
      int share,
      int geo,
      int region,
      int score,
      Tier tier) {
    CountryRarity rarity = new CountryScores(TABLES, all).of(code, relays);
    assertThat(rarity.countPoints()).isEqualTo(count);
    assertThat(rarity.sharePoints()).isEqualTo(share);
    assertThat(rarity.geopoliticalPoints()).isEqualTo(geo);
    assertThat(rarity.regionalPoints()).isEqualTo(region);
    assertThat(rarity.score()).isEqualTo(score);
    assertThat(rarity.tier()).isEqualTo(tier);
  }

  ///
  @Test
  void geographyAlone_andASmallNetwork_makeNoCountryRare() {
    assertThat(new CountryScores(TABLES, 10_000).of("KZ", 1).rare()).isTrue();
    assertThat(new CountryScores(TABLES, 9000).of("IN", 17).rare()).isTrue();
    assertThat(new CountryScores(TABLES, 10_000).of("CN", 50).rare()).isFalse();
    assertThat(new CountryScores(TABLES, 99).of("KZ", 1).rare()).isFalse();
  }

  /// only countries that are there.
  @Test
  void rareCountries_areCountriesOfTheNetwork() {
    var scores = new CountryScores(TABLES, 10_000);
    assertThat(
            Map.of("US", 2000, "KZ", 1).entrySet().stream()
                .map(country -> scores.of(country.getKey(), country.getValue()))
                .filter(CountryRarity::rare))
        .extracting(CountryRarity::score)
        .containsExactly(48);
  }

  @Test
  void setsOfCountries() {
    var scores = new CountryScores(TABLES, 10_000);
    assertThat(scores.of("DE", 1).europeanUnion()).isTrue();
    assertThat(scores.of("GB", 1).europeanUnion()).isFalse();
    assertThat(scores.of("GB", 1).fiveEyes()).isTrue();
    assertThat(scores.of("GB", 1).fourteenEyes()).isTrue();
    assertThat(scores.of("SE", 1).fourteenEyes()).isTrue();
    assertThat(scores.of("SE", 1).fiveEyes()).isFalse();
    assertThat(scores.of("RU", 1).region()).isEqualTo(Region.EASTERN_EUROPE);
    assertThat(scores.of("BR", 1).region()).isEqualTo(Region.OTHER);
    assertThat(scores.of("CF", 1).geopoliticalClass())
        .as("in two classes: the first counts")
        .isEqualTo("conflict-zones");
    assertThat(TABLES.europeanUnion()).hasSize(27);
    assertThat(TABLES.fourteenEyes()).hasSize(14).containsAll(TABLES.fiveEyes());
  }

  @Test
  void thresholdsOfNetworks() {
    assertThat(NetworkScores.among(.2, .1, .05, .04, .03, .02, .01, .005, .001, 0).thresholds())
        .isEqualTo(new Thresholds(0.2, 0.2, 0.1));
    double[] many = IntStream.range(0, 1000).mapToDouble(i -> (1000 - i) / 1e6).toArray();
    assertThat(NetworkScores.among(many).thresholds())
        .isEqualTo(new Thresholds(0.000995, 0.00098, 0.00085));
    assertThat(NetworkScores.among().thresholds()).isEqualTo(new Thresholds(0.05, 0.005, 0.0005));
  }

  @ParameterizedTest
  @CsvSource({
    "0.06,   500, 0, COMMON",
    "0.05,     1, 2, RARE",
    "0.01,     5, 2, RARE",
    "0.001,    1, 4, LEGENDARY",
    "0.001,   11, 2, RARE",
    "0.0001,   1, 5, LEGENDARY",
    "0.0001,  10, 4, LEGENDARY",
    "0,        3, 1, EMERGING",
    "0.0001,   0, 3, EPIC"
  })
  void scoreOfANetwork(double fraction, int operators, int score, Tier tier) {
    assertThat(new NetworkScores(new Thresholds(0.05, 0.005, 0.0005)).of(fraction, operators))
        .isEqualTo(new NetworkRarity(score, tier, operators));
  }

  @Test
  void fewerRelays_makeNoCountryLessRare() {
    var scores = new CountryScores(TABLES, 10_000);
    for (String code : List.of("KZ", "MT", "IN", "CN", "US")) {
      int last = Integer.MAX_VALUE;
      for (int relays = 1; relays < 100; relays++) {
        int score = scores.of(code, relays).score();
        assertThat(score).isBetween(0, last);
        last = score;
      }
    }
  }

  @Test
  void moreWeight_orMoreOperators_makeNoNetworkRarer() {
    var scores = new NetworkScores(new Thresholds(0.05, 0.005, 0.0005));
    for (int operators = 1; operators < 20; operators++) {
      int last = 5;
      for (double fraction = 1e-5; fraction < 1; fraction *= 1.5) {
        int score = scores.of(fraction, operators).score();
        assertThat(score).isBetween(0, last);
        assertThat(scores.of(fraction, operators + 1).score()).isLessThanOrEqualTo(score);
        last = score;
      }
    }
  }

  @Test
  void tablesOfAnInstallation_replaceOurs_andArePartOfTheModelsId(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("tables.json");
    String own = Json.MAPPER.writeValueAsString(TABLES);
    Files.writeString(file, own.replace("\"leastRelays\":100", "\"leastRelays\":3"));

    new ApplicationContextRunner()
        .withUserConfiguration(RarityConfiguration.class)
        .withPropertyValues("cepa.processor.rarity.tables=" + file)
        .run(context -> {
          RarityTables tables = context.getBean(RarityTables.class);
          assertThat(new CountryScores(tables, 3).of("KZ", 1).rare()).isTrue();
          assertThat(new RarityAnalysis(tables).configuration())
              .isNotEqualTo(new RarityAnalysis(TABLES).configuration());
        });
  }

  @Test
  void withoutTables_oursAreUsed() {
    new ApplicationContextRunner()
        .withUserConfiguration(RarityConfiguration.class)
        .run(context -> {
          assertThat(context.getBean(RaritySettings.class).tables()).isNull();
          assertThat(context.getBean(RarityTables.class)).isEqualTo(TABLES);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {              | tables.json
          {}             | weights
          {"weights":{"count":1,"share":1,"geopolitical":1,"regional":1},"geopolitical":[],"regional":[],"regions":{},"europeanUnion":["Germany"],"fiveEyes":[],"fourteenEyes":[]} | Germany
          """)
  void brokenTables_areRefused_withTheFileAndWhatToDo(
      String json, String said, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("tables.json");
    Files.writeString(file, json);
    assertThatThrownBy(() -> RarityTables.load(file))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("cepa.processor.rarity.tables")
        .hasMessageContaining(file.toString())
        .hasMessageContaining(said)
        .hasMessageContaining("countries.json");
    assertThatThrownBy(() -> RarityTables.load(directory.resolve("none.json")))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("none.json");
  }
}
