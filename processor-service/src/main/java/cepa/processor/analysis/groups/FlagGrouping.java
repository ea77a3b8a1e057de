package cepa.processor.analysis.groups;

import cepa.processor.analysis.relays.Relays;
import org.springframework.stereotype.Component;

/// Relays by flag; a relay is in as many groups as it has flags.
@Component
public final class FlagGrouping implements Grouping {

  @Override
  public String kind() {
    return "flag";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay ->
        relays.relays().get(relay).flags().stream()
            .map(flag -> new Memberships.Membership(flag, flag))
            .toList();
  }
}
