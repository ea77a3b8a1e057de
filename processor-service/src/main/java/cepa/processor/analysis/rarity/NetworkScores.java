package cepa.processor.analysis.rarity;

import cepa.model.RelayGroup;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity.Thresholds;
import cepa.model.rarity.Rarity.Tier;
import java.util.Arrays;
import java.util.List;

/// Scores of networks (analytics 8.1, 8.2; relay-model D-2: relays without a contact are nobody's).
record NetworkScores(Thresholds thresholds) {

  /// Where the largest networks end, if nothing is known of any.
  private static final Thresholds USUAL = new Thresholds(0.05, 0.005, 0.0005);

  static NetworkScores among(List<RelayGroup> networks) {
    return among(networks.stream().mapToDouble(n -> n.totals().weightFraction()).toArray());
  }

  static NetworkScores among(double... fractions) {
    double[] known = Arrays.stream(fractions).filter(f -> f > 0).sorted().toArray();
    return new NetworkScores(
        known.length == 0
            ? USUAL
            : new Thresholds(largest(known, 0.005), largest(known, 0.02), largest(known, 0.15)));
  }

  /// The fraction that this part of all are larger than.
  private static double largest(double[] ascending, double part) {
    int rank = Math.min((int) (part * ascending.length), ascending.length - 1);
    return ascending[ascending.length - 1 - rank];
  }

  NetworkRarity of(RelayGroup network) {
    return of(network.totals().weightFraction(), network.totals().operators());
  }

  NetworkRarity of(double fraction, int operators) {
    int score = base(fraction) + bonus(operators);
    return new NetworkRarity(score, tier(score), operators);
  }

  private int base(double fraction) {
    if (fraction <= 0 || fraction >= thresholds.dominant()) {
      return 0;
    } else if (fraction >= thresholds.major()) {
      return 1;
    }
    return fraction >= thresholds.moderate() ? 2 : 3;
  }

  private static int bonus(int operators) {
    if (operators <= 0 || operators > 10) {
      return 0;
    }
    return operators == 1 ? 2 : 1;
  }

  private static Tier tier(int score) {
    return switch (score) {
      case 0 -> Tier.COMMON;
      case 1 -> Tier.EMERGING;
      case 2 -> Tier.RARE;
      case 3 -> Tier.EPIC;
      default -> Tier.LEGENDARY;
    };
  }
}
