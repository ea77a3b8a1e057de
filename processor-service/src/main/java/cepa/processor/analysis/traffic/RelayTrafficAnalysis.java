package cepa.processor.analysis.traffic;

import cepa.model.Relay;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.model.traffic.RelayTraffic;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoobandwidth.RelayBandwidth;
import cepa.processor.statistics.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lines up what relays carried, and how that is spread over relays with a flag (analytics 3.2,
/// 3.3, 3.5 with A-4).
@Component
public final class RelayTrafficAnalysis implements Analysis<RelayTraffic> {

  /// Flags whose relays are compared with each other.
  private static final List<String> FLAGS =
      List.of("Fast", "Stable", "Guard", "Exit", "HSDir", "V2Dir", "Authority", "Running");

  @Override
  public Class<RelayTraffic> makes() {
    return RelayTraffic.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, BandwidthData.class);
  }

  @Override
  public RelayTraffic analyse(Facts facts) {
    BandwidthData data = facts.find(BandwidthData.class);
    if (data == null) {
      return new RelayTraffic(
          PerPeriod.unknown(), PerPeriod.unknown(), PerPeriod.unknown(), Map.of());
    }
    List<Relay> relays = facts.get(Relays.class).relays();
    List<@Nullable RelayBandwidth> rows =
        relays.stream()
            .<@Nullable RelayBandwidth>map(relay -> data.relays().get(relay.fingerprint()))
            .toList();
    // Upstream's month has 31 values at most: no average is made of it (analytics 3.3).
    PerPeriod<long[]> average =
        PerPeriod.of(period ->
            period == Period.ONE_MONTH ? null : column(rows, RelayBandwidth::average, period));
    return new RelayTraffic(
        PerPeriod.of(period -> column(rows, RelayBandwidth::written, period)),
        PerPeriod.of(period -> column(rows, RelayBandwidth::read, period)),
        average,
        flags(relays, average));
  }

  private static long[] column(
      List<@Nullable RelayBandwidth> rows,
      Function<RelayBandwidth, double[]> values,
      Period period) {
    long[] column = new long[rows.size()];
    for (int i = 0; i < column.length; i++) {
      RelayBandwidth row = rows.get(i);
      double value = row == null ? Double.NaN : values.apply(row)[period.index()];
      column[i] = Double.isNaN(value) ? RelayTraffic.UNKNOWN : Math.round(value);
    }
    return column;
  }

  private static Map<String, PerPeriod<PeriodStatistics>> flags(
      List<Relay> relays, PerPeriod<long[]> average) {
    Map<String, PerPeriod<PeriodStatistics>> flags = new TreeMap<>();
    for (String flag : FLAGS) {
      int[] holders =
          IntStream.range(0, relays.size()).filter(i -> relays.get(i).has(flag)).toArray();
      PerPeriod<PeriodStatistics> spread =
          PerPeriod.of(period -> {
            long[] column = average.get(period);
            return column == null
                ? null
                : Statistics.spread(
                    IntStream.of(holders)
                        .mapToLong(i -> column[i])
                        .filter(v -> v > 0)
                        .asDoubleStream()
                        .toArray(),
                    Double.POSITIVE_INFINITY);
          });
      if (spread.longest() != null) {
        flags.put(flag, spread);
      }
    }
    return flags;
  }
}
