package cepa.processor.analysis.ranks;

import cepa.model.Relay;
import cepa.model.rank.RelayRanks;
import cepa.model.rank.RelayRanks.Ranks;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Ranks relays by weight and by the probabilities of their positions (relay-model 5.2, 5.3): among
/// the n values above zero, `100 * (number of smaller ones) / n`, one decimal, half to even.
@Component
public final class RelayRanksAnalysis implements Analysis<RelayRanks> {

  @Override
  public Class<RelayRanks> makes() {
    return RelayRanks.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class);
  }

  @Override
  public RelayRanks analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    var weight = new Ranking(relays, relay -> weight(relay.weight()));
    var guard = new Ranking(relays, relay -> relay.weight().guardProbability());
    var middle = new Ranking(relays, relay -> relay.weight().middleProbability());
    var exit = new Ranking(relays, relay -> relay.weight().exitProbability());
    return new RelayRanks(
        relays.stream()
            .map(relay ->
                new Ranks(weight.of(relay), guard.of(relay), middle.of(relay), exit.of(relay)))
            .toList());
  }

  private static @Nullable Double weight(Relay.Weight weight) {
    return weight.consensusWeight() == null ? null : (double) weight.consensusWeight();
  }

  /// Ranks by one value.
  private static final class Ranking {
    private final Function<Relay, @Nullable Double> value;
    private final double[] sorted;

    private Ranking(List<Relay> relays, Function<Relay, @Nullable Double> value) {
      this.value = value;
      this.sorted = relays.stream().mapToDouble(this::value).filter(v -> v > 0).sorted().toArray();
    }

    private double value(Relay relay) {
      Double found = value.apply(relay);
      return found == null ? 0 : found;
    }

    private @Nullable Double of(Relay relay) {
      double own = value(relay);
      return own > 0 ? percent(smaller(own), sorted.length) : null;
    }

    private int smaller(double than) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < than) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private static double percent(int part, int whole) {
    return new BigDecimal(100.0 * part / whole).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
  }
}
