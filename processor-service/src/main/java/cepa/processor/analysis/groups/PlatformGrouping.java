package cepa.processor.analysis.groups;

import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import org.springframework.stereotype.Component;

/// Relays by operating system.
@Component
public final class PlatformGrouping implements Grouping {

  @Override
  public String kind() {
    return "platform";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay -> {
      Relay.Software software = relays.relays().get(relay).software();
      return Memberships.one(software.platform(), software.platform());
    };
  }
}
