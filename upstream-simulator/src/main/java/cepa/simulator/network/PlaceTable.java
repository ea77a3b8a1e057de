package cepa.simulator.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives each /16 of a country one of the country's places.
final class PlaceTable {

  private final Draw draw;
  private final Map<String, String> countryNames;
  private final Map<String, List<String[]>> rows = new HashMap<>();

  PlaceTable(Draw draw, Map<String, String> countryNames) {
    this.draw = draw;
    this.countryNames = countryNames;
    for (String line : TextResource.lines("places.csv")) {
      String[] columns = line.split(";");
      rows.computeIfAbsent(columns[0], _ -> new ArrayList<>()).add(columns);
    }
  }

  /// Empty for relays whose country is not known.
  Optional<Place> of(BaseRelay relay) {
    String country = relay.country();
    if (country == null) {
      return Optional.empty();
    }
    String name = countryNames.get(country);
    List<String[]> places = rows.get(country);
    if (places == null) {
      Draw spot = draw.of("spot").of(country);
      double latitude = spot.of("latitude").below(1100_000) / 10_000.0 - 50;
      double longitude = spot.of("longitude").below(3000_000) / 10_000.0 - 150;
      return Optional.of(new Place(country, name, null, null, latitude, longitude));
    }
    String address = relay.ipv4();
    String network = address.substring(0, address.indexOf('.', address.indexOf('.') + 1));
    String[] place = draw.of("city").of(network).from(places);
    return Optional.of(
        new Place(
            country,
            name,
            place[1].isEmpty() ? null : place[1],
            place[2].isEmpty() ? null : place[2],
            Double.parseDouble(place[3]),
            Double.parseDouble(place[4])));
  }
}
