package cepa.simulator.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How clients of an hour choose relays: the bandwidth weights of the consensus and what follows
/// from them for each relay.
public final class PathWeights {

  private static final int SCALE = 10_000;
  private static final int GUARD = 0;
  private static final int MIDDLE = 1;
  private static final int EXIT = 2;

  private final int guardAsGuard;
  private final double total;
  private final double[] sums = new double[3];

  PathWeights(List<RelayHour> relays) {
    double guards = 0;
    double middles = 0;
    double all = 0;
    for (RelayHour relay : relays) {
      if (relay.running()) {
        all += relay.consensusWeight();
        if (isGuard(relay) && !isExit(relay)) {
          guards += relay.consensusWeight();
        } else if (!isGuard(relay) && !isExit(relay)) {
          middles += relay.consensusWeight();
        }
      }
    }
    // Exits are scarce and guards plentiful: the usual case of the path specification. Guards are
    // then shared between the first and the middle position so that both have the same bandwidth.
    guardAsGuard = guards <= middles ? SCALE : (int) (SCALE * (guards + middles) / (2 * guards));
    total = Math.max(1, all);
    for (RelayHour relay : relays) {
      if (relay.running()) {
        for (int position = GUARD; position <= EXIT; position++) {
          sums[position] += weighted(relay, position);
        }
      }
    }
  }

  public double fraction(RelayHour relay) {
    return relay.consensusWeight() / total;
  }

  public double guardProbability(RelayHour relay) {
    return probability(relay, GUARD);
  }

  public double middleProbability(RelayHour relay) {
    return probability(relay, MIDDLE);
  }

  public double exitProbability(RelayHour relay) {
    return probability(relay, EXIT);
  }

  /// The values of the line `bandwidth-weights`.
  public Map<String, Integer> bandwidthWeights() {
    int rest = SCALE - guardAsGuard;
    Map<String, Integer> weights = new TreeMap<>();
    for (String full :
        List.of("Wbm", "Wdb", "Web", "Wed", "Wee", "Weg", "Wem", "Wgb", "Wmb", "Wmm")) {
      weights.put(full, SCALE);
    }
    for (String none : List.of("Wbd", "Wbe", "Wgd", "Wmd", "Wme")) {
      weights.put(none, 0);
    }
    weights.put("Wbg", rest);
    weights.put("Wmg", rest);
    weights.put("Wgg", guardAsGuard);
    weights.put("Wgm", guardAsGuard);
    return weights;
  }

  private double probability(RelayHour relay, int position) {
    return sums[position] == 0 ? 0 : weighted(relay, position) / sums[position];
  }

  private double weighted(RelayHour relay, int position) {
    boolean guard = isGuard(relay);
    boolean exit = isExit(relay);
    int share =
        switch (position) {
          case GUARD -> guard && !exit ? guardAsGuard : 0;
          case MIDDLE -> exit ? 0 : guard ? SCALE - guardAsGuard : SCALE;
          default -> exit ? SCALE : 0;
        };
    return (double) relay.consensusWeight() * share;
  }

  private static boolean isGuard(RelayHour relay) {
    return relay.has(Flag.GUARD);
  }

  private static boolean isExit(RelayHour relay) {
    return relay.has(Flag.EXIT) && !relay.has(Flag.BAD_EXIT);
  }
}
