package cepa.processor.analysis.reliability;

import cepa.model.Relay;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much of the time operators' relays had the flags they have now (analytics 4.4).
final class FlagMeans {

  private static final List<String> FLAGS =
      List.of(
          "BadExit", "Stable", "Fast", "Running", "Authority", "Guard", "Exit", "HSDir", "V2Dir");

  private final FlagUptimes uptimes;
  private final List<Relay> relays;

  FlagMeans(FlagUptimes uptimes, List<Relay> relays) {
    this.uptimes = uptimes;
    this.relays = relays;
  }

  /// @param members indexes in base order
  Map<String, PerPeriod<Double>> of(List<Integer> members) {
    Map<String, PerPeriod<Double>> means = new TreeMap<>();
    for (String flag : FLAGS) {
      int[] holders =
          members.stream().filter(i -> relays.get(i).has(flag)).mapToInt(i -> i).toArray();
      PerPeriod<Double> mean = PerPeriod.of(period -> mean(holders, flag, period));
      if (mean.longest() != null) {
        means.put(flag, mean);
      }
    }
    return means;
  }

  private @Nullable Double mean(int[] holders, String flag, Period period) {
    double sum = 0;
    int known = 0;
    for (int holder : holders) {
      Double share = uptimes.share(holder, flag, period);
      if (share != null && share > UptimeStatistics.COUNTED_ABOVE) {
        sum += share;
        known++;
      }
    }
    return known == 0 ? null : sum / known;
  }
}
