package cepa.processor.analysis.rarity;

import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.model.rarity.Rarity.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What makes a country rare (analytics 7.1, 7.3): sets of countries and the points they bring.
///
/// @param weights how much each kind of points counts in the score
/// @param rareScore least score of a rare country
/// @param leastScarcity points for few relays that a rare country needs, so that geography alone
///   makes none
/// @param leastRelays a network with fewer relays has no rare countries, since all would be
/// @param geopolitical classes; a country is in the first that names it
/// @param regional classes; likewise
/// @param regions countries by region; all others are in [Region#OTHER]
/// @param europeanUnion its members
/// @param fiveEyes states that share intelligence
/// @param fourteenEyes these and further ones
record RarityTables(
    Weights weights,
    int rareScore,
    int leastScarcity,
    int leastRelays,
    List<CountryClass> geopolitical,
    List<CountryClass> regional,
    Map<Region, Set<String>> regions,
    Set<String> europeanUnion,
    Set<String> fiveEyes,
    Set<String> fourteenEyes) {

  private static final String OWN = "countries.json";

  RarityTables {
    Objects.requireNonNull(weights, "weights");
    geopolitical = List.copyOf(geopolitical);
    regional = List.copyOf(regional);
    Map<Region, Set<String>> byRegion = new EnumMap<>(Region.class);
    regions.forEach((region, countries) -> byRegion.put(region, codes(countries)));
    regions = Collections.unmodifiableMap(byRegion);
    europeanUnion = codes(europeanUnion);
    fiveEyes = codes(fiveEyes);
    fourteenEyes = codes(fourteenEyes);
  }

  /// Points of each kind are multiplied by these.
  record Weights(int count, int share, int geopolitical, int regional) {}

  /// @param name what pages look its text up by
  record CountryClass(String name, int points, Set<String> countries) {
    CountryClass {
      Objects.requireNonNull(name, "name");
      countries = codes(countries);
    }
  }

  /// @param file null for the tables that come along
  /// @throws PermanentException if the file cannot be read or is no such table
  static RarityTables load(@Nullable Path file) {
    try (InputStream in =
        file == null
            ? Objects.requireNonNull(RarityTables.class.getResourceAsStream(OWN))
            : Files.newInputStream(file)) {
      return Json.read(in.readAllBytes(), RarityTables.class);
    } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
      throw new PermanentException(
          "cepa.processor.rarity.tables names "
              + file
              + ", which cannot be read as tables of countries ("
              + e.getMessage()
              + "); take "
              + OWN
              + " of the processor as a model",
          e);
    }
  }

  Region region(String country) {
    for (Map.Entry<Region, Set<String>> region : regions.entrySet()) {
      if (region.getValue().contains(country)) {
        return region.getKey();
      }
    }
    return Region.OTHER;
  }

  static @Nullable CountryClass first(List<CountryClass> classes, String country) {
    return classes.stream().filter(c -> c.countries().contains(country)).findFirst().orElse(null);
  }

  private static Set<String> codes(Set<String> countries) {
    for (String country : countries) {
      if (!country.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException(
            "\"" + country + "\" is not a country's two upper-case letters");
      }
    }
    return Collections.unmodifiableSet(new TreeSet<>(countries));
  }
}
