package cepa.standalone.facts.section;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Bandwidth;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator carried, and how evenly, as golden files write it.
final class ServedFacts {

  static final List<Period> SERVED = List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS);

  private ServedFacts() {}

  static Map<String, @Nullable Object> daily(OperatorReliability.Operator own, BandwidthUnit mode) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : SERVED) {
      Bandwidth bandwidth = own.bandwidth().get(period);
      Double total = bandwidth == null ? null : bandwidth.total();
      if (bandwidth == null || total == null) {
        continue;
      }
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("average_daily_total", total);
      entry.put("average_daily_total_formatted", Shown.rate(total, 2, mode));
      entry.put("valid_days", bandwidth.points());
      entry.put("display_name", ReliabilityFacts.name(period));
      facts.put(period.key(), entry);
    }
    return facts;
  }

  static Map<String, @Nullable Object> overallBandwidth(
      OperatorReliability.Operator own, BandwidthUnit mode) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : SERVED) {
      Bandwidth bandwidth = own.bandwidth().get(period);
      if (bandwidth == null || bandwidth.perRelay() == null || bandwidth.deviation() == null) {
        continue;
      }
      double mean = bandwidth.perRelay();
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("average", Rounded.whole(mean));
      entry.put("average_formatted", Shown.rate(mean, 2, mode));
      entry.put("std_dev", Rounded.whole(bandwidth.deviation()));
      entry.put("relay_count", bandwidth.relays());
      entry.put("display_name", ReliabilityFacts.name(period));
      entry.put("bandwidth_stability", stability(bandwidth, mode));
      Double utilization = bandwidth.utilization();
      if (utilization != null) {
        entry.put("capacity_utilization", utilization(bandwidth, utilization));
        entry.put("peak_performance", peak(bandwidth, utilization));
      }
      var growth = period == Period.SIX_MONTHS ? own.growth() : null;
      entry.put("growth_trend", growth == null ? null : Map.of("growth_rate", 100 * growth.rate()));
      if (period == Period.SIX_MONTHS && own.bandwidthBand() != null) {
        entry.put("network_position", top(own.bandwidthBand()));
        entry.put("percentile_range", range(own.bandwidthBand()));
      }
      facts.put(period.key(), entry);
    }
    return facts;
  }

  private static Map<String, @Nullable Object> stability(Bandwidth bandwidth, BandwidthUnit mode) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    Double variation = bandwidth.variation();
    facts.put("coefficient_of_variation", variation == null ? null : 100 * variation);
    var stability = bandwidth.stability();
    facts.put("category", stability == null ? null : Texts.capitalized(stability.name()));
    rate(facts, "mean", bandwidth.total(), mode);
    Double deviation =
        variation == null || bandwidth.total() == null ? null : variation * bandwidth.total();
    rate(facts, "std_dev", deviation, mode);
    return facts;
  }

  private static void rate(
      Map<String, @Nullable Object> facts,
      String name,
      @Nullable Double value,
      BandwidthUnit mode) {
    if (value != null) {
      RateUnit unit = RateUnit.of(value, mode);
      facts.put(name + "_formatted", Shown.number(value / unit.bytes(), 2));
      facts.put(name + "_unit", unit.text());
    }
  }

  private static Map<String, @Nullable Object> utilization(Bandwidth bandwidth, double ratio) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("utilization_percentage", 100 * ratio);
    facts.put("historical_maximum", bandwidth.peak());
    return facts;
  }

  private static Map<String, @Nullable Object> peak(Bandwidth bandwidth, double ratio) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("ratio", ratio);
    facts.put("percentage", 100 * ratio);
    facts.put("historical_peak", bandwidth.peak());
    facts.put("display", Shown.number("", 100 * ratio, 0, "% of peak"));
    return facts;
  }

  private static String top(Percentiles.Band band) {
    return switch (band) {
      case FROM_99, FROM_95 -> "Top 5%";
      case FROM_90, FROM_75 -> "Top 25%";
      case FROM_50 -> "Top 50%";
      case FROM_25 -> "Top 75%";
      case FROM_5, BELOW_5 -> "Bottom 25%";
    };
  }

  private static String range(Percentiles.Band band) {
    return switch (band) {
      case FROM_99, FROM_95 -> "95th-100th percentile";
      case FROM_90, FROM_75 -> "75th-95th percentile";
      case FROM_50 -> "50th-75th percentile";
      case FROM_25 -> "25th-50th percentile";
      case FROM_5, BELOW_5 -> "0-25th percentile";
    };
  }
}
