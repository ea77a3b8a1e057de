package cepa.processor.analysis.intelligence;

import cepa.model.Relay;
import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.intelligence.OperatorIntelligence.Ranks;
import cepa.processor.statistics.Statistics;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Consensus weight per bandwidth (analytics 9.0). Weights are as the consensus last had them, so
/// that both sides of a ratio are of the same relays (relay-model D-6).
final class WeightRatios {

  private static final double SCALE = 1e6;
  private static final long MUCH_BANDWIDTH = 10_000_000;
  private static final double LITTLE_WEIGHT = 5e-7;

  private final double[] all;
  private final double[] guards;
  private final double[] exits;

  /// @param relays what ranks are among
  WeightRatios(List<Relay> relays) {
    all = ratios(relays, _ -> true);
    guards = ratios(relays, relay -> relay.has("Guard"));
    exits = ratios(relays, relay -> relay.has("Exit"));
  }

  /// Relays that have bandwidth.
  int relays() {
    return all.length;
  }

  Ratios medians() {
    return new Ratios(Statistics.median(all), Statistics.median(guards), Statistics.median(exits));
  }

  Ranks ranks(Ratios ratios) {
    return new Ranks(
        rank(all, ratios.overall()), rank(guards, ratios.guard()), rank(exits, ratios.exit()));
  }

  private static @Nullable Integer rank(double[] sorted, @Nullable Double ratio) {
    return ratio == null ? null : Statistics.rank(sorted, ratio);
  }

  /// By primary role, as the network's.
  static Ratios ofRoles(List<Relay> relays) {
    return new Ratios(
        ratio(relays, _ -> true),
        ratio(relays, relay -> relay.role() == Relay.Role.GUARD),
        ratio(relays, relay -> relay.role() == Relay.Role.EXIT));
  }

  /// By flag, as an operator's.
  static Ratios ofFlags(List<Relay> relays) {
    return new Ratios(
        ratio(relays, _ -> true),
        ratio(relays, relay -> relay.has("Guard")),
        ratio(relays, relay -> relay.has("Exit")));
  }

  /// Null if there is no bandwidth, or no weight is known.
  private static @Nullable Double ratio(List<Relay> relays, Predicate<Relay> part) {
    long weight = 0;
    long bandwidth = 0;
    boolean known = false;
    for (Relay relay : relays) {
      if (part.test(relay)) {
        weight += weight(relay);
        bandwidth += relay.bandwidth().observedOrZero();
        known |= relay.weight().consensusWeight() != null;
      }
    }
    return known && bandwidth > 0 ? Double.valueOf(weight * SCALE / bandwidth) : null;
  }

  private static double[] ratios(List<Relay> relays, Predicate<Relay> part) {
    return relays.stream()
        .filter(relay -> relay.bandwidth().observedOrZero() > 0 && part.test(relay))
        .mapToDouble(relay -> weight(relay) * SCALE / relay.bandwidth().observedOrZero())
        .sorted()
        .toArray();
  }

  /// Whether a relay could carry much and is given little.
  static boolean isUnderutilized(Relay relay) {
    long bandwidth = relay.bandwidth().observedOrZero();
    return bandwidth > MUCH_BANDWIDTH && weight(relay) < LITTLE_WEIGHT * bandwidth;
  }

  private static long weight(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return weight == null ? 0 : weight;
  }
}
