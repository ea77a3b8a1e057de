package cepa.processor.analysis.reliability;

import cepa.model.Relay;
import cepa.model.reliability.OperatorReliability.Downtime;
import cepa.model.reliability.OperatorReliability.RoleDowntime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of an operator's relays do not run (analytics 4.5 with A-9: a relay counts for one role,
/// and a role's share is of the same role's bandwidth).
final class Downtimes {

  private Downtimes() {}

  /// @param members indexes in base order
  /// @param relays the members themselves
  static @Nullable Downtime of(List<Integer> members, List<Relay> relays) {
    List<Integer> offline = new ArrayList<>();
    for (int i = 0; i < relays.size(); i++) {
      if (!relays.get(i).running()) {
        offline.add(members.get(i));
      }
    }
    if (offline.isEmpty()) {
      return null;
    }
    List<Relay> down = relays.stream().filter(relay -> !relay.running()).toList();
    return new Downtime(
        offline,
        bandwidth(down),
        share(bandwidth(down), bandwidth(relays)),
        weight(down),
        share(weight(down), weight(relays)),
        role(relays, Relay.Role.GUARD),
        role(relays, Relay.Role.MIDDLE),
        role(relays, Relay.Role.EXIT));
  }

  private static RoleDowntime role(List<Relay> relays, Relay.Role role) {
    List<Relay> all = relays.stream().filter(relay -> relay.role() == role).toList();
    List<Relay> down = all.stream().filter(relay -> !relay.running()).toList();
    return new RoleDowntime(down.size(), bandwidth(down), share(bandwidth(down), bandwidth(all)));
  }

  private static long bandwidth(List<Relay> relays) {
    return relays.stream().mapToLong(relay -> relay.bandwidth().observedOrZero()).sum();
  }

  private static long weight(List<Relay> relays) {
    return relays.stream()
        .map(relay -> relay.weight().consensusWeight())
        .mapToLong(weight -> weight == null ? 0 : weight)
        .sum();
  }

  private static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
