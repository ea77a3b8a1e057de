package cepa.simulator.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gives each /16 and country an autonomous system: a well-known one, or an invented one with a
/// number from the range for private use. It is not the true origin of an address.
final class HostingTable {

  private static final long PRIVATE_NUMBERS = 4_200_000_000L;
  private static final List<String> BIG = List.of("de", "us");
  private static final List<String> MEDIUM = List.of("ca", "fr", "gb", "nl", "ru");

  private record Known(Hosting hosting, int weight) {}

  private final Draw draw;
  private final Map<String, List<Known>> byCountry = new HashMap<>();

  HostingTable(Draw draw) {
    this.draw = draw;
    for (String line : TextResource.lines("hosting.csv")) {
      String[] columns = line.split(";");
      Known known =
          new Known(
              new Hosting(Long.parseLong(columns[0]), columns[1]), Integer.parseInt(columns[2]));
      Arrays.stream(columns[3].split(" "))
          .forEach(cc -> byCountry.computeIfAbsent(cc, _ -> new ArrayList<>()).add(known));
    }
  }

  /// Empty for the few relays whose system is not known.
  Optional<Hosting> of(BaseRelay relay) {
    String country = relay.country() == null ? "us" : relay.country();
    String address = relay.ipv4();
    String network = address.substring(0, address.indexOf('.', address.indexOf('.') + 1));
    if (draw.of("unknown").of(relay.fingerprint()).chance(0.004)) {
      return Optional.empty();
    }
    Draw choice = draw.of(network).of(country);
    List<Known> home = byCountry.getOrDefault(country, List.of());
    return Optional.of(
        !home.isEmpty() && choice.chance(0.6) ? known(home, choice) : invented(country, choice));
  }

  private static Hosting known(List<Known> home, Draw choice) {
    double rest = choice.of("known").unit() * home.stream().mapToInt(Known::weight).sum();
    for (Known known : home) {
      rest -= known.weight();
      if (rest < 0) {
        return known.hosting();
      }
    }
    return home.getLast().hosting();
  }

  private Hosting invented(String country, Draw choice) {
    int usual = BIG.contains(country) ? 220 : MEDIUM.contains(country) ? 40 : 12;
    int index = Math.min(999, (int) choice.of("invented").exponential(usual));
    int block = (country.charAt(0) - 'a') * 26 + country.charAt(1) - 'a';
    Draw name = draw.of("name").of(country).of(index);
    String word = Words.pick(name);
    String form =
        name.of("form")
            .from(
                List.of(
                    "%s Networks Ltd",
                    "%s Telecom",
                    "%s Hosting e.U.",
                    "%s Internet B.V.",
                    "%s-" + country.toUpperCase(Locale.ROOT),
                    "%s & Söhne GmbH"));
    return new Hosting(
        PRIVATE_NUMBERS + block * 1000L + index,
        form.replace("%s", Character.toUpperCase(word.charAt(0)) + word.substring(1)));
  }
}
