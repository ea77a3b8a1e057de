package cepa.processor.analysis.health;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.health.Average;
import cepa.model.health.RelayPart;
import cepa.processor.statistics.Statistics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Sums and averages over some of the relays.
final class Parts {

  /// Groups by consensus weight, largest first; ties in base order.
  static final Comparator<RelayGroup> LARGEST =
      Comparator.comparingDouble((RelayGroup group) -> group.totals().weightFraction())
          .reversed()
          .thenComparingInt(group -> group.members().getFirst());

  private Parts() {}

  static RelayPart of(List<Relay> relays) {
    long bandwidth = 0;
    double fraction = 0;
    for (Relay relay : relays) {
      bandwidth += relay.bandwidth().observedOrZero();
      fraction += relay.weight().fraction() == null ? 0 : relay.weight().fraction();
    }
    return new RelayPart(relays.size(), bandwidth, fraction);
  }

  static @Nullable Average average(DoubleStream values) {
    double[] all = values.toArray();
    Double mean = Statistics.mean(all);
    Double median = Statistics.median(all);
    return mean == null || median == null ? null : new Average(mean, median, all.length);
  }

  static long weight(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return weight == null ? 0 : weight;
  }

  static @Nullable Double quotient(long part, long whole) {
    return whole == 0 ? null : Double.valueOf((double) part / whole);
  }
}
