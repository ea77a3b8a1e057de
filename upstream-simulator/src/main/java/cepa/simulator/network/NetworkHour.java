package cepa.simulator.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The whole network at one published hour.
///
/// @param published seconds since the epoch
/// @param relays by fingerprint: all that run, ran in the last seven days, or are remembered for no
///   reason, as upstream does with a few
public record NetworkHour(
    SimulatedNetwork network,
    int tick,
    long published,
    List<RelayHour> relays,
    PathWeights weights) {

  private static final long HOUR = 3600;
  private static final long WEEK = 7 * 24 * HOUR;
  private static final double NEVER_FORGOTTEN = 0.02;

  static NetworkHour of(SimulatedNetwork network, int tick) {
    long published = network.epoch() + tick * HOUR;
    List<RelayHour> relays = new ArrayList<>();
    RelayStates states = new RelayStates(network, tick);
    for (SimulatedRelay relay : network.relays(tick)) {
      if (relay.firstSeen() > published) {
        continue;
      }
      RelayHour state = states.of(relay);
      if (published - state.lastSeen() < WEEK
          || relay.draw().of("remembered").chance(NEVER_FORGOTTEN)) {
        relays.add(state);
      }
    }
    relays.sort(Comparator.comparing(RelayHour::fingerprint));
    List<RelayHour> withFamilies = Families.assign(relays);
    return new NetworkHour(network, tick, published, withFamilies, new PathWeights(withFamilies));
  }

  /// The same hour with an empty network.
  public NetworkHour withoutRelays() {
    return new NetworkHour(network, tick, published, List.of(), new PathWeights(List.of()));
  }

  /// The same hour with half of the network.
  public NetworkHour withEverySecondRelay() {
    List<RelayHour> kept = new ArrayList<>();
    for (int i = 0; i < relays.size(); i += 2) {
      kept.add(relays.get(i));
    }
    return new NetworkHour(network, tick, published, kept, new PathWeights(kept));
  }

  /// Those the consensus of the hour lists.
  public List<RelayHour> running() {
    return relays.stream().filter(RelayHour::running).toList();
  }
}
