package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.statistics.Period;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoobandwidth.RelayBandwidth;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How reliably relays serve by the reference's rules (analytics 3.4, 3.6, 3.8, 4.1, 4.2):
/// histories are added up by index, variation is over relays, the peak is one relay's largest
/// value, and the mean of a relay is compared with the totals of operators.
final class ReferenceReliability {

  private static final List<Period> SERVED =
      List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS);
  private static final int LEAST_OPERATORS = 10;

  private final FactsInput input;
  private final @Nullable BandwidthData bandwidth;
  private final Map<Relay, Map<String, Series>> graphs = new HashMap<>();
  private double @Nullable [] operators;

  private ReferenceReliability(FactsInput input) {
    this.input = input;
    this.bandwidth = input.find(BandwidthData.class);
  }

  static ReferenceReliability of(FactsInput input) {
    return input.derive(ReferenceReliability.class, ReferenceReliability::new);
  }

  /// The relay's mean rate; 0 if it does not count.
  double average(Relay relay, Period period) {
    RelayBandwidth own = bandwidth == null ? null : bandwidth.relays().get(relay.fingerprint());
    double average = own == null ? Double.NaN : own.average()[period.index()];
    return Double.isNaN(average) ? 0 : average;
  }

  /// What golden files hold under `operator_reliability`, as far as it may deviate.
  Map<String, @Nullable Object> facts(List<Relay> members) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("network_bandwidth_percentiles", percentiles());
    facts.put("overall_bandwidth", overall(members));
    facts.put("operator_daily_bandwidth", daily(members));
    facts.put("overall_uptime", uptime(members));
    facts.put("network_uptime_percentiles", ReferenceUptimes.of(input).percentiles());
    facts.put("outliers", ReferenceOutliers.of(input, members));
    facts.put("total_relays", members.size());
    int valid = (int) members.stream().filter(this::hasUptime).count();
    facts.put("valid_relays", valid);
    facts.put("relay_uptimes", valid);
    return facts;
  }

  private boolean hasUptime(Relay relay) {
    return Period.ALL.stream().anyMatch(p -> ReferenceUptimes.of(input).percent(relay, p) > 0);
  }

  private Map<String, @Nullable Object> uptime(List<Relay> members) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      double[] values =
          members.stream()
              .mapToDouble(relay -> ReferenceUptimes.of(input).percent(relay, period))
              .filter(u -> u > 0)
              .toArray();
      if (values.length > 0) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("average", mean(values));
        entry.put("std_dev", deviation(values));
        entry.put("relay_count", values.length);
        String band =
            period == Period.SIX_MONTHS ? ReferenceUptimes.of(input).band(mean(values)) : null;
        if (band != null) {
          entry.put("percentile_range", band);
          entry.put("network_position", Shown.round(mean(values), 1) + "% (" + band + " Pct)");
        }
        facts.put(period.key(), entry);
      }
    }
    return facts;
  }

  private Map<String, @Nullable Object> overall(List<Relay> members) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : SERVED) {
      double[] values =
          members.stream()
              .mapToDouble(relay -> average(relay, period))
              .filter(v -> v > 0)
              .toArray();
      if (values.length > 0) {
        facts.put(period.key(), overall(members, period, values));
      }
    }
    return facts;
  }

  private Map<String, @Nullable Object> overall(
      List<Relay> members, Period period, double[] values) {
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    double mean = mean(values);
    double deviation = deviation(values);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("average", mean);
    facts.put("average_formatted", Shown.rate(mean, 2, mode));
    facts.put("std_dev", deviation);
    facts.put("relay_count", values.length);
    double variation = deviation / mean * 100;
    Map<String, @Nullable Object> stability = new LinkedHashMap<>();
    stability.put("coefficient_of_variation", variation);
    stability.put(
        "category",
        variation < 25
            ? "Great"
            : variation < 50 ? "Good" : variation < 100 ? "Variable" : "Extreme");
    rate(stability, "mean", mean, mode);
    rate(stability, "std_dev", deviation, mode);
    facts.put("bandwidth_stability", stability);
    peak(facts, members, mean);
    facts.put("growth_trend", period == Period.SIX_MONTHS ? growth(members) : null);
    double[] cuts = cuts();
    if (period == Period.SIX_MONTHS && cuts.length > 0) {
      facts.put("network_position", position(mean, cuts, POSITIONS));
      facts.put("percentile_range", position(mean, cuts, RANGES));
    }
    return facts;
  }

  private static final List<String> POSITIONS =
      List.of("Bottom 25%", "Top 75%", "Top 50%", "Top 25%", "Top 5%");
  private static final List<String> RANGES =
      List.of(
          "0-25th percentile",
          "25th-50th percentile",
          "50th-75th percentile",
          "75th-95th percentile",
          "95th-100th percentile");

  /// @param cuts percentiles 5, 25, 50, 75, 95; the first says nothing here
  private static String position(double value, double[] cuts, List<String> names) {
    int reached = 0;
    for (int i = 1; i < cuts.length; i++) {
      reached += value >= cuts[i] ? 1 : 0;
    }
    return names.get(reached);
  }

  private static void rate(
      Map<String, @Nullable Object> facts, String name, double value, BandwidthUnit mode) {
    RateUnit unit = RateUnit.of(value, mode);
    facts.put(name + "_formatted", Shown.number(value / unit.bytes(), 2));
    facts.put(name + "_unit", unit.text());
  }

  private void peak(Map<String, @Nullable Object> facts, List<Relay> members, double mean) {
    double year = peak(members, Period.ONE_YEAR);
    double years = peak(members, Period.FIVE_YEARS);
    double peak = Math.max(year, years);
    if (peak <= 0) {
      facts.put("peak_performance", null);
      facts.put("capacity_utilization", null);
      return;
    }
    Map<String, @Nullable Object> performance = new LinkedHashMap<>();
    performance.put("ratio", mean / peak);
    performance.put("percentage", 100 * mean / peak);
    performance.put("historical_peak", peak);
    performance.put(
        "display",
        Shown.join(
            " of historical peak ",
            List.of(
                Shown.number("", 100 * mean / peak, 0, "%"),
                new Shown("(1Y/5Y data)", List.of(1.0, 5.0)))));
    facts.put("peak_performance", performance);
    Map<String, @Nullable Object> utilization = new LinkedHashMap<>();
    utilization.put("utilization_percentage", 100 * mean / peak);
    utilization.put("historical_maximum", peak);
    utilization.put("peak_source_period", year >= years ? "1_year" : "5_years");
    facts.put("capacity_utilization", utilization);
  }

  private double peak(List<Relay> members, Period period) {
    double peak = 0;
    for (Relay relay : members) {
      RelayBandwidth own = bandwidth == null ? null : bandwidth.relays().get(relay.fingerprint());
      double value = own == null ? Double.NaN : own.peak()[period.index()];
      peak = Double.isNaN(value) ? peak : Math.max(peak, value);
    }
    return peak;
  }

  private @Nullable Map<String, @Nullable Object> growth(List<Relay> members) {
    double[] totals = totals(members, Period.SIX_MONTHS);
    if (totals.length < 60) {
      return null;
    }
    int third = totals.length / 3;
    double older = mean(Arrays.copyOf(totals, third));
    double recent = mean(Arrays.copyOfRange(totals, totals.length - third, totals.length));
    if (older <= 0) {
      return null;
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("growth_rate", (recent - older) / older * 100);
    return facts;
  }

  private Map<String, @Nullable Object> daily(List<Relay> members) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : SERVED) {
      double[] totals = totals(members, period);
      if (totals.length > 0) {
        double mean = mean(totals);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("average_daily_total", mean);
        entry.put(
            "average_daily_total_formatted",
            Shown.rate(mean, 2, input.model().site().bandwidthUnit()));
        entry.put("valid_days", totals.length);
        facts.put(period.key(), entry);
      }
    }
    return facts;
  }

  /// Sums by index over the read histories, whatever their first day.
  double[] totals(List<Relay> members, Period period) {
    List<Double> sums = new ArrayList<>();
    List<Series> histories = new ArrayList<>();
    for (Relay relay : members) {
      Series history = graphs(relay).get("read_history/" + period.key());
      if (history != null && history.factor() > 0) {
        histories.add(history);
      }
    }
    int longest = histories.stream().mapToInt(h -> h.values().length).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      double sum = 0;
      boolean known = false;
      for (Series history : histories) {
        if (i < history.values().length && history.isKnown(i)) {
          sum += history.value(i);
          known = true;
        }
      }
      if (known) {
        sums.add(sum);
      }
    }
    return sums.stream().mapToDouble(sum -> sum).toArray();
  }

  private Map<String, Series> graphs(Relay relay) {
    return graphs.computeIfAbsent(
        relay,
        _ -> {
          Map<String, Series> named = new HashMap<>();
          if (bandwidth != null) {
            bandwidth.series().of(relay.fingerprint()).stream()
                .filter(series -> series.name().startsWith("read_history/"))
                .forEach(series -> named.put(series.name(), series));
          }
          return named;
        });
  }

  /// Percentiles of all operators' totals of six months, relays without a contact being one, by the
  /// method that extrapolates.
  Map<String, @Nullable Object> percentiles() {
    double[] cuts = cuts();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    List<String> names =
        List.of("percentile_5", "percentile_25", "percentile_50", "percentile_75", "percentile_95");
    for (int i = 0; i < cuts.length; i++) {
      facts.put(names.get(i), cuts[i]);
    }
    facts.put("total_operators", operatorTotals().length);
    return facts;
  }

  private double[] cuts() {
    double[] totals = operatorTotals();
    return totals.length < LEAST_OPERATORS
        ? new double[0]
        : new double[] {
          cut(totals, 1, 20),
          cut(totals, 1, 4),
          cut(totals, 1, 2),
          cut(totals, 3, 4),
          cut(totals, 19, 20)
        };
  }

  static double cut(double[] sorted, int part, int parts) {
    double position = (double) part * (sorted.length + 1) / parts;
    int below = Math.clamp((int) position, 1, sorted.length - 1);
    return sorted[below - 1] + (position - below) * (sorted[below] - sorted[below - 1]);
  }

  private double[] operatorTotals() {
    double[] known = operators;
    if (known == null) {
      known =
          ReferenceContacts.of(input).operators().values().stream()
              .map(members -> totals(members, Period.SIX_MONTHS))
              .filter(totals -> totals.length > 0)
              .mapToDouble(ReferenceReliability::mean)
              .filter(mean -> mean > 0)
              .sorted()
              .toArray();
      operators = known;
    }
    return known;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /// Of the sample; 0 of one value.
  static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
