package cepa.processor.analysis.traffic;

import cepa.model.RelayGroup;
import cepa.model.Series;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds up bandwidth histories by date (analytics 3.4 with A-3). Each relay's graphs are unpacked
/// once, and given up before the next relay's.
@Component
public final class AlignedTrafficAnalysis implements Analysis<AlignedTraffic> {

  /// Fewer sums say nothing of how even they are, as of relays (analytics 3.3).
  private static final int LEAST_FOR_VARIATION = 30;

  private static final String READ = "read_history/";
  private static final String WRITTEN = "write_history/";

  /// Days of half a year and the long view: a year between them would tell nothing more.
  private static final Set<String> CHARTED =
      Set.of(READ + Period.SIX_MONTHS.key(), READ + Period.FIVE_YEARS.key());

  /// What upstream's graphs are spaced by (sources 4.3). A month is the end of six months.
  private static final Map<Period, Duration> INTERVALS =
      Map.of(
          Period.SIX_MONTHS, Duration.ofDays(1),
          Period.ONE_YEAR, Duration.ofDays(2),
          Period.FIVE_YEARS, Duration.ofDays(10));

  @Override
  public Class<AlignedTraffic> makes() {
    return AlignedTraffic.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Inputs.class, Relays.class, Groups.class, BandwidthData.class);
  }

  @Override
  public AlignedTraffic analyse(Facts facts) {
    BandwidthData data = facts.find(BandwidthData.class);
    if (data == null) {
      return new AlignedTraffic(List.of(), List.of());
    }
    Instant asOf = facts.get(Inputs.class).asOf();
    Relays relays = facts.get(Relays.class);
    Sums network = new Sums(asOf, READ, WRITTEN);
    List<AlignedTraffic.Operator> operators = new ArrayList<>();
    // Every relay is in exactly one of these groups.
    for (RelayGroup group : facts.get(Groups.class).of("operator")) {
      Sums sums = new Sums(asOf, READ);
      int known = 0;
      for (int member : group.members()) {
        List<Series> graphs = data.series().of(relays.relays().get(member).fingerprint());
        known += graphs.isEmpty() ? 0 : 1;
        sums.add(graphs);
        network.add(graphs);
      }
      operators.add(sums.operator(known));
    }
    return new AlignedTraffic(network.charts(), operators);
  }

  /// The sums of some relays, by name of the graphs.
  private static final class Sums {
    private final TreeMap<String, AlignedSums> byName = new TreeMap<>();
    private final TreeMap<String, Young> young = new TreeMap<>();

    private Sums(Instant asOf, String... histories) {
      for (String history : histories) {
        INTERVALS.forEach((period, interval) ->
            byName.put(history + period.key(), new AlignedSums(interval, asOf)));
        young.put(history + Period.FIVE_YEARS.key(), new Young(history, asOf));
      }
    }

    /// @param graphs of one relay
    private void add(List<Series> graphs) {
      for (Series graph : graphs) {
        AlignedSums sums = byName.get(graph.name());
        if (sums != null) {
          sums.add(graph);
        }
      }
      young.forEach((name, relays) -> {
        if (named(name, graphs) == null) {
          relays.add(graphs);
        }
      });
    }

    private List<Series> charts() {
      List<Series> charts = new ArrayList<>();
      byName.forEach((name, sums) -> {
        Young relays = young.get(name);
        Series series = (relays == null ? sums : sums.with(relays.sums())).series(name);
        if (series != null) {
          charts.add(series);
        }
      });
      return charts;
    }

    private AlignedTraffic.Operator operator(int relays) {
      AlignedSums halfYear = byName.get(READ + Period.SIX_MONTHS.key());
      return new AlignedTraffic.Operator(
          PerPeriod.of(period -> totals(byName.get(READ + period.key()))),
          halfYear == null ? null : GrowthRate.of(halfYear.present(), halfYear.midpoints()),
          charts().stream().filter(chart -> CHARTED.contains(chart.name())).toList(),
          relays);
    }

    private static AlignedTraffic.@Nullable Totals totals(@Nullable AlignedSums sums) {
      double[] present = sums == null ? new double[0] : sums.present();
      if (sums == null || present.length == 0) {
        return null;
      }
      Instant[] midpoints = sums.midpoints();
      return new AlignedTraffic.Totals(
          Objects.requireNonNull(Statistics.mean(present)),
          present.length,
          midpoints[midpoints.length - 1],
          present.length < LEAST_FOR_VARIATION ? null : Statistics.variation(present),
          Arrays.stream(present).max().orElseThrow());
    }
  }

  private static @Nullable Series named(String name, List<Series> graphs) {
    for (Series graph : graphs) {
      if (graph.name().equals(name)) {
        return graph;
      }
    }
    return null;
  }

  /// Relays without a graph of five years: upstream leaves out one that tells no more than a
  /// shorter one. Without them a chart of all relays would tell of fewer and fewer, the nearer to
  /// today.
  private static final class Young {
    private final Map<String, AlignedSums> longestFirst = new LinkedHashMap<>();

    private Young(String history, Instant asOf) {
      for (Period period : List.of(Period.ONE_YEAR, Period.SIX_MONTHS)) {
        Duration interval = Objects.requireNonNull(INTERVALS.get(period));
        longestFirst.put(history + period.key(), new AlignedSums(interval, asOf));
      }
    }

    /// A relay counts with the longest graph it has.
    private void add(List<Series> graphs) {
      for (Map.Entry<String, AlignedSums> sums : longestFirst.entrySet()) {
        Series graph = named(sums.getKey(), graphs);
        if (graph != null) {
          sums.getValue().add(graph);
          return;
        }
      }
    }

    private List<AlignedSums> sums() {
      return List.copyOf(longestFirst.values());
    }
  }
}
