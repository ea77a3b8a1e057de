package cepa.processor.analysis.uptime;

import cepa.model.Relay;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.processor.source.onionoouptime.UptimeDetail;
import cepa.processor.statistics.Statistics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// How much the relays of the model run (analytics 2.4, 2.5; A-17: of the model only).
@Component
public final class UptimeStatisticsAnalysis implements Analysis<UptimeStatistics> {

  /// The largest share of time there is.
  private static final double ALWAYS = 1;

  private static final Set<String> USUAL =
      Set.of(
          "Exit", "Guard", "Authority", "BadExit", "HSDir", "Fast", "Stable", "Running", "Valid");

  @Override
  public Class<UptimeStatistics> makes() {
    return UptimeStatistics.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, UptimeData.class);
  }

  @Override
  public UptimeStatistics analyse(Facts facts) {
    UptimeData data = facts.find(UptimeData.class);
    if (data == null) {
      return new UptimeStatistics(
          PerPeriod.unknown(), Map.of(), PerPeriod.unknown(), PerPeriod.unknown(), null, null);
    }
    List<Relay> relays = facts.get(Relays.class).relays();
    return new UptimeStatistics(
        spread(relays, _ -> true),
        flags(relays, data),
        spread(relays, UptimeStatisticsAnalysis::isMiddle),
        spread(relays, UptimeStatisticsAnalysis::isOther),
        Statistics.percentiles(counted(relays, _ -> true, Period.SIX_MONTHS)),
        exclusions(relays, data));
  }

  private static boolean isMiddle(Relay relay) {
    return relay.role() == Relay.Role.MIDDLE;
  }

  private static boolean isOther(Relay relay) {
    return relay.has("Authority")
        || relay.has("BadExit")
        || relay.flags().stream().noneMatch(USUAL::contains);
  }

  private static PerPeriod<PeriodStatistics> spread(List<Relay> relays, Predicate<Relay> which) {
    return PerPeriod.of(period -> Statistics.spread(counted(relays, which, period), ALWAYS));
  }

  private static double[] counted(List<Relay> relays, Predicate<Relay> which, Period period) {
    return relays.stream()
        .filter(which)
        .mapToDouble(relay -> share(relay, period))
        .filter(share -> share > UptimeStatistics.COUNTED_ABOVE)
        .toArray();
  }

  private static double share(Relay relay, Period period) {
    Double share = relay.uptime() == null ? null : relay.uptime().in(period);
    return share == null ? Double.NaN : share;
  }

  private static Map<String, PerPeriod<PeriodStatistics>> flags(
      List<Relay> relays, UptimeData data) {
    Map<String, FlagShares> shares = new HashMap<>();
    for (Relay relay : relays) {
      UptimeDetail detail = data.details().get(relay.fingerprint());
      if (detail != null) {
        for (int flag = 0; flag < detail.flags().size(); flag++) {
          shares.computeIfAbsent(detail.flags().get(flag), _ -> new FlagShares()).add(detail, flag);
        }
      }
    }
    Map<String, PerPeriod<PeriodStatistics>> statistics = new TreeMap<>();
    shares.forEach((flag, all) -> {
      PerPeriod<PeriodStatistics> spread =
          PerPeriod.of(period -> Statistics.spread(all.of(period), ALWAYS));
      if (spread.longest() != null) {
        statistics.put(flag, spread);
      }
    });
    return statistics;
  }

  private static UptimeStatistics.Exclusions exclusions(List<Relay> relays, UptimeData data) {
    int noData = 0;
    int noValue = 0;
    int fewValues = 0;
    int low = 0;
    for (Relay relay : relays) {
      UptimeDetail detail = data.details().get(relay.fingerprint());
      int points = detail == null ? UptimeDetail.NO_GRAPH : detail.points(Period.SIX_MONTHS);
      double share = share(relay, Period.SIX_MONTHS);
      if (share > UptimeStatistics.COUNTED_ABOVE) {
        continue;
      }
      if (!Double.isNaN(share)) {
        low++;
      } else if (points == UptimeDetail.NO_GRAPH) {
        noData++;
      } else if (points == 0) {
        noValue++;
      } else {
        fewValues++;
      }
    }
    return new UptimeStatistics.Exclusions(noData, noValue, fewValues, low);
  }

  /// Shares of time of many relays with one flag, by period; those that count.
  private static final class FlagShares {
    private final double[][] values = new double[Period.ALL.size()][64];
    private final int[] counts = new int[Period.ALL.size()];

    private void add(UptimeDetail detail, int flag) {
      for (Period period : Period.ALL) {
        double share = detail.share(flag, period);
        if (share > UptimeStatistics.COUNTED_ABOVE) {
          int at = period.index();
          if (counts[at] == values[at].length) {
            values[at] = Arrays.copyOf(values[at], 2 * counts[at]);
          }
          values[at][counts[at]++] = share;
        }
      }
    }

    private double[] of(Period period) {
      return Arrays.copyOf(values[period.index()], counts[period.index()]);
    }
  }
}
