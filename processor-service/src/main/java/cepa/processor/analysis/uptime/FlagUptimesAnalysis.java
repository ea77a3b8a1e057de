package cepa.processor.analysis.uptime;

import cepa.model.Relay;
import cepa.model.reliability.FlagUptimes;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.processor.source.onionoouptime.UptimeDetail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Lines up how long relays had their flags (analytics 2.3).
@Component
public final class FlagUptimesAnalysis implements Analysis<FlagUptimes> {

  /// More than the consensus has; a bound on what a hostile document can make of it.
  private static final int MOST_FLAGS = 20;

  private static final double BILLION = 1e9;

  @Override
  public Class<FlagUptimes> makes() {
    return FlagUptimes.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, UptimeData.class);
  }

  @Override
  public FlagUptimes analyse(Facts facts) {
    UptimeData data = facts.find(UptimeData.class);
    if (data == null) {
      return new FlagUptimes(Map.of());
    }
    List<Relay> relays = facts.get(Relays.class).relays();
    Map<String, PerPeriod<int[]>> columns = new HashMap<>();
    for (String flag : held(relays)) {
      columns.put(flag, PerPeriod.of(_ -> filled(relays.size())));
    }
    for (int i = 0; i < relays.size(); i++) {
      UptimeDetail detail = data.details().get(relays.get(i).fingerprint());
      if (detail != null) {
        for (int flag = 0; flag < detail.flags().size(); flag++) {
          PerPeriod<int[]> column = columns.get(detail.flags().get(flag));
          if (column != null) {
            put(column, i, detail, flag);
          }
        }
      }
    }
    return new FlagUptimes(columns);
  }

  private static int[] filled(int relays) {
    int[] column = new int[relays];
    Arrays.fill(column, FlagUptimes.NO_HISTORY);
    return column;
  }

  private static void put(PerPeriod<int[]> columns, int relay, UptimeDetail detail, int flag) {
    for (Period period : Period.ALL) {
      int[] column = columns.get(period);
      if (column != null) {
        double share = detail.share(flag, period);
        column[relay] =
            Double.isNaN(share) ? FlagUptimes.FEW_VALUES : (int) Math.rint(share * BILLION);
      }
    }
  }

  /// The flags that most relays have now.
  private static List<String> held(List<Relay> relays) {
    Map<String, Integer> holders = new TreeMap<>();
    relays.forEach(relay -> relay.flags().forEach(flag -> holders.merge(flag, 1, Integer::sum)));
    return holders.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_FLAGS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
