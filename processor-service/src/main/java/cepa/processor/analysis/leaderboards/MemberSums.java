package cepa.processor.analysis.leaderboards;

import cepa.model.Relay;
import java.util.HashSet;
import java.util.Set;

/// Sums over some of an operator's relays.
final class MemberSums {

  int relays;
  long bandwidth;
  double weightFraction;
  int guards;
  int middles;
  int exits;
  final Set<String> countries = new HashSet<>();

  void add(Relay relay) {
    relays++;
    bandwidth += relay.bandwidth().observedOrZero();
    Double fraction = relay.weight().fraction();
    weightFraction += fraction == null ? 0 : fraction;
    switch (relay.role()) {
      case GUARD -> guards++;
      case MIDDLE -> middles++;
      case EXIT -> exits++;
    }
    if (relay.place() != null) {
      countries.add(relay.place().country());
    }
  }
}
