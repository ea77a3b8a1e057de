package cepa.standalone.facts.section;

import static cepa.model.reliability.UptimeStatistics.COUNTED_ABOVE;

import cepa.model.Relay;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.OperatorReliability;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator's relays did with the flags they have.
public final class FlagFacts {

  private static final List<String> SERVING =
      List.of("Fast", "Stable", "Guard", "Exit", "HSDir", "V2Dir", "Authority", "Running");
  private static final List<Period> SERVED =
      List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS);

  private FlagFacts() {}

  /// Shares of time with flags.
  static Map<String, @Nullable Object> uptimes(
      FactsInput input, Group group, OperatorReliability.Operator own) {
    FlagUptimes known = input.find(FlagUptimes.class);
    Map<String, @Nullable Object> flags = new LinkedHashMap<>();
    own.flags()
        .forEach((flag, shares) -> {
          Map<String, @Nullable Object> periods = new LinkedHashMap<>();
          for (Period period : Period.ALL) {
            Double share = shares.get(period);
            if (share != null && share > 0) {
              Map<String, @Nullable Object> entry = new LinkedHashMap<>();
              entry.put("value", new Rounded(100 * share, 2e-4));
              entry.put(
                  "relay_count",
                  known == null ? null : (Object) count(input, group, known, flag, period));
              periods.put(shortName(period), entry);
            }
          }
          if (!periods.isEmpty()) {
            flags.put(flag, entry(periods));
          }
        });
    return summary(
        flags,
        Period.ALL.stream()
            .filter(p -> flags.values().stream().anyMatch(flag -> has(flag, p)))
            .toList());
  }

  private static int count(
      FactsInput input, Group group, FlagUptimes known, String flag, Period period) {
    int count = 0;
    for (int member : group.group().members()) {
      Double share = known.share(member, flag, period);
      count +=
          input.relays().get(member).has(flag) && share != null && share > COUNTED_ABOVE ? 1 : 0;
    }
    return count;
  }

  /// Average rates of the relays that have a flag now (A-4: whatever they did when they had it).
  static Map<String, @Nullable Object> averages(FactsInput input, Group group) {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    Map<String, @Nullable Object> flags = new LinkedHashMap<>();
    if (traffic == null) {
      return summary(flags, List.of());
    }
    for (String flag : SERVING) {
      Map<String, @Nullable Object> periods = new LinkedHashMap<>();
      for (Period period : SERVED) {
        List<Long> averages = new ArrayList<>();
        for (int member : group.group().members()) {
          Relay relay = input.relays().get(member);
          Long average = traffic.average(member, period);
          if (relay.has(flag) && average != null && average > 0) {
            averages.add(average);
          }
        }
        if (!averages.isEmpty()) {
          double mean = averages.stream().mapToLong(a -> a).average().orElse(0);
          Map<String, @Nullable Object> entry = new LinkedHashMap<>();
          entry.put("value", Rounded.whole(mean));
          entry.put("relay_count", averages.size());
          entry.put("value_display", Shown.rate(mean, 2, input.model().site().bandwidthUnit()));
          periods.put(shortName(period), entry);
        }
      }
      if (!periods.isEmpty()) {
        flags.put(flag, entry(periods));
      }
    }
    return summary(
        flags,
        SERVED.stream()
            .filter(p -> flags.values().stream().anyMatch(flag -> has(flag, p)))
            .toList());
  }

  private static Map<String, @Nullable Object> entry(Map<String, @Nullable Object> periods) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("periods", periods);
    return entry;
  }

  private static boolean has(@Nullable Object flag, Period period) {
    return flag instanceof Map<?, ?> entry
        && entry.get("periods") instanceof Map<?, ?> periods
        && periods.containsKey(shortName(period));
  }

  private static Map<String, @Nullable Object> summary(
      Map<String, @Nullable Object> flags, List<Period> known) {
    List<String> available = known.stream().map(FlagFacts::shortName).toList();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("flag_reliabilities", flags);
    facts.put("has_flag_data", !flags.isEmpty());
    facts.put("available_periods", available);
    facts.put("period_display", available.isEmpty() ? "No Data" : String.join("/", available));
    return facts;
  }

  public static String shortName(Period period) {
    return switch (period) {
      case ONE_MONTH -> "1M";
      case SIX_MONTHS -> "6M";
      case ONE_YEAR -> "1Y";
      case FIVE_YEARS -> "5Y";
    };
  }
}
