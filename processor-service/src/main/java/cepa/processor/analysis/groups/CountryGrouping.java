package cepa.processor.analysis.groups;

import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import java.util.List;
import org.springframework.stereotype.Component;

/// Relays by country.
@Component
public final class CountryGrouping implements Grouping {

  @Override
  public String kind() {
    return "country";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay -> {
      Relay.Place place = relays.relays().get(relay).place();
      return place == null ? List.of() : Memberships.one(place.country(), place.countryName());
    };
  }
}
