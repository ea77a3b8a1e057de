package cepa.processor.analysis.groups;

import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import java.util.List;
import org.springframework.stereotype.Component;

/// Relays by autonomous system.
@Component
public final class NetworkGrouping implements Grouping {

  @Override
  public String kind() {
    return "network";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay -> {
      Relay.Network network = relays.relays().get(relay).network();
      return network == null ? List.of() : Memberships.one(network.number(), network.name());
    };
  }
}
