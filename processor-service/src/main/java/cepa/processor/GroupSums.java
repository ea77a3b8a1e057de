package cepa.processor;

import cepa.model.Fingerprint;
import cepa.model.GroupTotals;
import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sums over relays (relay-model 11.1, 11.3; D-6, D-16: the same membership and the same sums for
/// every kind of group). Weight shares of a role are shares of that role's weight in the network.
public final class GroupSums {

  private final RoleSums network;
  private final List<List<Fingerprint>> memberSets;

  /// @param all every relay of the model: what shares are shares of
  public GroupSums(Relays all) {
    network = new RoleSums();
    all.relays().forEach(network::add);
    memberSets = all.memberSets();
  }

  public GroupTotals of(List<Relay> members) {
    var roles = new RoleSums();
    int running = 0;
    int measured = 0;
    double fraction = 0;
    Instant firstSeen = null;
    Set<String> networks = new HashSet<>();
    Set<String> countries = new HashSet<>();
    Set<String> operators = new HashSet<>();
    Set<Integer> families = new HashSet<>();
    for (Relay relay : members) {
      roles.add(relay);
      running += relay.running() ? 1 : 0;
      measured += Boolean.TRUE.equals(relay.weight().measured()) ? 1 : 0;
      fraction += relay.weight().fraction() == null ? 0 : relay.weight().fraction();
      firstSeen = earlier(firstSeen, relay.times().firstSeen());
      if (relay.network() != null) {
        networks.add(relay.network().number());
      }
      if (relay.place() != null) {
        countries.add(relay.place().country());
      }
      if (relay.contact().isNamed()) {
        operators.add(relay.contact().operator());
      }
      Integer family = relay.family().effective();
      // Upstream lists a relay in its own family: alone there it has none (relay-model 11).
      if (family != null && memberSets.get(family).size() > 1) {
        families.add(family);
      }
    }
    return new GroupTotals(
        members.size(),
        running,
        roles.guard.relays,
        roles.middle.relays,
        roles.exit.relays,
        measured,
        roles.bandwidth(),
        roles.guard.bandwidth,
        roles.middle.bandwidth,
        roles.exit.bandwidth,
        roles.weight(),
        fraction,
        share(roles.guard.weight, network.guard.weight),
        share(roles.middle.weight, network.middle.weight),
        share(roles.exit.weight, network.exit.weight),
        networks.size(),
        countries.size(),
        operators.size(),
        families.size(),
        firstSeen);
  }

  /// The raw weight counted for a relay: an offline one carries nothing (D-3).
  private static long weight(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return relay.running() && weight != null ? weight : 0;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /// Sums by primary role.
  private static final class RoleSums {
    private final RoleSum guard = new RoleSum();
    private final RoleSum middle = new RoleSum();
    private final RoleSum exit = new RoleSum();

    private void add(Relay relay) {
      RoleSum sum =
          switch (relay.role()) {
            case GUARD -> guard;
            case MIDDLE -> middle;
            case EXIT -> exit;
          };
      sum.relays++;
      sum.bandwidth += relay.bandwidth().observedOrZero();
      sum.weight += GroupSums.weight(relay);
    }

    private long bandwidth() {
      return guard.bandwidth + middle.bandwidth + exit.bandwidth;
    }

    private long weight() {
      return guard.weight + middle.weight + exit.weight;
    }
  }

  /// Sums over the relays of one role.
  private static final class RoleSum {
    private int relays;
    private long bandwidth;
    private long weight;
  }
}
