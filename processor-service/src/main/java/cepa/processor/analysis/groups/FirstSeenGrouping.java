package cepa.processor.analysis.groups;

import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// Relays by the UTC day on which a consensus first listed them.
@Component
public final class FirstSeenGrouping implements Grouping {

  @Override
  public String kind() {
    return "first-seen";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay -> {
      Relay.Times times = relays.relays().get(relay).times();
      Instant seen = times.firstSeen();
      return seen == null
          ? List.of()
          : Memberships.one(LocalDate.ofInstant(seen, ZoneOffset.UTC).toString(), null);
    };
  }
}
