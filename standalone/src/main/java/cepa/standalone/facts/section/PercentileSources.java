package cepa.standalone.facts.section;

import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Percentiles of relays' uptime and of operators' bandwidth.
final class PercentileSources {

  private PercentileSources() {}

  /// A section that is one object.
  record Whole(String section, java.util.function.Function<FactsInput, @Nullable Object> made)
      implements FactsSource {
    @Override
    public Collection<String> keys(FactsInput input) {
      return List.of(WHOLE);
    }

    @Override
    public @Nullable Object facts(FactsInput input, String key) {
      return made.apply(input);
    }
  }

  static @Nullable Map<String, @Nullable Object> uptime(FactsInput input) {
    UptimeStatistics statistics = input.find(UptimeStatistics.class);
    Percentiles found = statistics == null ? null : statistics.sixMonths();
    UptimeStatistics.Exclusions excluded = statistics == null ? null : statistics.exclusions();
    if (found == null || excluded == null) {
      return null;
    }
    Map<String, @Nullable Object> percentiles = new LinkedHashMap<>();
    percentiles.put("5th", 100 * found.p5());
    percentiles.put("25th", 100 * found.p25());
    percentiles.put("50th", 100 * found.median());
    percentiles.put("75th", 100 * found.p75());
    percentiles.put("90th", 100 * found.p90());
    percentiles.put("95th", 100 * found.p95());
    percentiles.put("99th", 100 * found.p99());
    Map<String, @Nullable Object> reasons = new LinkedHashMap<>();
    reasons.put("no_uptime_data", excluded.noData());
    reasons.put("invalid_data", excluded.noValue());
    reasons.put("insufficient_data", excluded.fewValues());
    reasons.put("low_uptime", excluded.low());
    Map<String, @Nullable Object> filtering = new LinkedHashMap<>();
    filtering.put("excluded", reasons);
    filtering.put("included", found.count());
    filtering.put(
        "total_processed",
        found.count()
            + excluded.noData()
            + excluded.noValue()
            + excluded.fewValues()
            + excluded.low());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("percentiles", percentiles);
    facts.put("median", 100 * found.median());
    facts.put("average", 100 * found.median());
    facts.put("arithmetic_mean", 100 * found.mean());
    facts.put("total_relays", found.count());
    facts.put("time_period", "6_months");
    facts.put("filtering_stats", filtering);
    return facts;
  }

  static @Nullable Map<String, @Nullable Object> bandwidth(FactsInput input) {
    OperatorReliability all = input.find(OperatorReliability.class);
    return all == null ? null : bandwidth(all);
  }

  static @Nullable Map<String, @Nullable Object> bandwidth(OperatorReliability all) {
    Percentiles found = all.bandwidth();
    if (found == null) {
      return null;
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("percentile_5", found.p5());
    facts.put("percentile_25", found.p25());
    facts.put("percentile_50", found.median());
    facts.put("percentile_75", found.p75());
    facts.put("percentile_95", found.p95());
    facts.put("total_operators", found.count());
    return facts;
  }
}
