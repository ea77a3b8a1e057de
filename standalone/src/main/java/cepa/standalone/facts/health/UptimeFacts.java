package cepa.standalone.facts.health;

import cepa.model.health.NetworkHealth;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much relays run (analytics 11: group 14). Golden files write 0 where nothing is known.
final class UptimeFacts {

  private static final Map<String, String> FLAGS =
      Map.of(
          "exit", "Exit",
          "guard", "Guard",
          "authority", "Authority",
          "v2dir", "V2Dir",
          "hsdir", "HSDir");

  /// Those whose figures golden files show as texts, too.
  private static final List<String> SHOWN =
      List.of("exit", "guard", "middle", "authority", "v2dir", "hsdir");

  private static final List<String> SERIES = List.of("exit", "guard", "middle", "authority");

  private UptimeFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    sheet.percentage("overall_uptime", health.uptime() == null ? 0 : 100 * health.uptime().share());
    UptimeStatistics statistics = input.find(UptimeStatistics.class);
    sheet.put("uptime_percentiles", percentiles(statistics));
    FLAGS.forEach((name, flag) ->
        statistics(
            sheet,
            name,
            statistics == null
                ? PerPeriod.unknown()
                : statistics.flags().getOrDefault(flag, PerPeriod.unknown())));
    statistics(sheet, "middle", statistics == null ? PerPeriod.unknown() : statistics.middle());
    statistics(sheet, "other", statistics == null ? PerPeriod.unknown() : statistics.other());
  }

  private static void statistics(
      HealthSheet sheet, String name, PerPeriod<PeriodStatistics> periods) {
    List<Object> series = new ArrayList<>();
    for (Period period : Period.ALL) {
      PeriodStatistics own = periods.get(period);
      double mean = own == null ? 0 : 100 * own.mean();
      double median = own == null ? 0 : 100 * own.median();
      String key = name + "_uptime_" + period.key();
      series.add(HealthSheet.shown(mean));
      if (period == Period.ONE_MONTH && SHOWN.contains(name)) {
        sheet.percentage(key + "_mean", mean);
        sheet.percentage(key + "_median", median);
      } else {
        sheet.put(key + "_mean", mean);
        sheet.put(key + "_median", median);
      }
    }
    if (SERIES.contains(name)) {
      sheet.put(name + "_uptime_series_formatted", Shown.join(" | ", series));
    }
  }

  private static @Nullable Map<String, Object> percentiles(@Nullable UptimeStatistics statistics) {
    Percentiles found = statistics == null ? null : statistics.sixMonths();
    if (found == null) {
      return null;
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("5th", 100 * found.p5());
    facts.put("25th", 100 * found.p25());
    facts.put("50th", 100 * found.median());
    facts.put("75th", 100 * found.p75());
    facts.put("90th", 100 * found.p90());
    facts.put("95th", 100 * found.p95());
    facts.put("99th", 100 * found.p99());
    return facts;
  }
}
