package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.statistics.Period;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.DowntimeFacts;
import cepa.standalone.facts.section.FlagFacts;
import cepa.standalone.facts.section.GroupFigures;
import cepa.standalone.facts.section.GroupFigures.Sums;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the reference's page of an operator shows (analytics 4.3, 4.5), as far as it may deviate.
final class ReferenceDisplay {

  private static final List<String> FLAGS =
      List.of(
          "BadExit", "Stable", "Fast", "Running", "Authority", "Guard", "Exit", "HSDir", "V2Dir");

  private final FactsInput input;
  private final GroupFigures group;
  private final RateUnit unit;

  private ReferenceDisplay(FactsInput input, GroupFigures group) {
    this.input = input;
    this.group = group;
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    this.unit = RateUnit.of(group.all().bandwidth(), mode);
  }

  static Map<String, @Nullable Object> of(FactsInput input, GroupFigures group) {
    return new ReferenceDisplay(input, group).facts();
  }

  private Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    List<Object> rates = new ArrayList<>();
    List<Object> shares = new ArrayList<>();
    part(rates, shares, group.guard(), "guard");
    part(rates, shares, group.middle(), "middle");
    part(rates, shares, group.exit(), "exit");
    facts.put("bandwidth_breakdown", rates.isEmpty() ? null : Shown.join(", ", rates));
    facts.put("consensus_weight_breakdown", shares.isEmpty() ? null : Shown.join(", ", shares));
    facts.put("downtime_alerts", downtime());
    facts.put("outliers", outliers());
    facts.put("uptime_formatted", uptimes());
    facts.put("network_percentiles_formatted", position());
    facts.put("flag_analysis", flags());
    return facts;
  }

  private void part(List<Object> rates, List<Object> shares, Sums sums, String role) {
    Shown rate = Shown.number(sums.bandwidth() / unit.bytes(), 2);
    if (sums.relays() > 0 && sums.bandwidth() > 0 && !rate.text().equals("0.00")) {
      rates.add(rate.then(" " + unit.text() + " " + role));
    }
    Shown share = Shown.number("", 100 * sums.fraction(), 2, "%");
    if (sums.relays() > 0 && sums.fraction() > 0) {
      shares.add(share.then(" " + role));
    }
  }

  /// Offline relays by flag; one with neither flag or with both counts as middle.
  private Map<String, @Nullable Object> downtime() {
    List<Relay> offline = group.members().stream().filter(relay -> !relay.running()).toList();
    Predicate<Relay> guard = relay -> relay.has("Guard");
    Predicate<Relay> exit = relay -> relay.has("Exit");
    Predicate<Relay> middle = relay -> relay.has("Guard") == relay.has("Exit");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("has_offline_relays", !offline.isEmpty());
    long bandwidth = bandwidth(offline, _ -> true);
    Map<String, @Nullable Object> rates = new LinkedHashMap<>();
    rates.put("total_offline_bandwidth", bandwidth);
    rates.put("total_offline_bandwidth_formatted", Shown.number(bandwidth / unit.bytes(), 2));
    rates.put(
        "total_operator_bandwidth_formatted",
        Shown.number(group.all().bandwidth() / unit.bytes(), 2));
    rates.put("offline_bandwidth_percentage", percent(bandwidth, group.all().bandwidth()));
    facts.put("offline_bandwidth_impact", rates);
    ReferenceFigures figures = ReferenceFigures.of(input);
    double raw = offline.stream().mapToLong(ReferenceFigures::raw).sum();
    double share = figures.weight() == 0 ? 0 : raw / figures.weight();
    Map<String, @Nullable Object> weight = new LinkedHashMap<>();
    weight.put("total_offline_cw_fraction", share);
    weight.put("total_offline_cw_percentage", 100 * share);
    weight.put("total_operator_cw_percentage", 100 * group.all().fraction());
    weight.put(
        "offline_cw_percentage_of_operator",
        group.all().fraction() == 0 ? 0 : 100 * share / group.all().fraction());
    facts.put("offline_consensus_weight_impact", weight);
    facts.put("offline_counts", counts(offline, guard, middle, exit));
    Map<String, @Nullable Object> traffic = new LinkedHashMap<>();
    traffic.put("guard", percent(bandwidth(offline, guard), group.guard().bandwidth()));
    traffic.put("middle", percent(bandwidth(offline, middle), group.middle().bandwidth()));
    traffic.put("exit", percent(bandwidth(offline, exit), group.exit().bandwidth()));
    facts.put("traffic_percentages", traffic);
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("guard_relays", list(offline, guard));
    details.put("middle_relays", list(offline, middle));
    details.put("exit_relays", list(offline, exit));
    facts.put("offline_relay_details", details);
    return facts;
  }

  private static Map<String, @Nullable Object> counts(
      List<Relay> offline, Predicate<Relay> guard, Predicate<Relay> middle, Predicate<Relay> exit) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    counts.put("guard", offline.stream().filter(guard).count());
    counts.put("middle", offline.stream().filter(middle).count());
    counts.put("exit", offline.stream().filter(exit).count());
    return counts;
  }

  private List<Object> list(List<Relay> offline, Predicate<Relay> wanted) {
    List<Object> list = new ArrayList<>();
    offline.stream().filter(wanted).forEach(relay -> list.add(DowntimeFacts.offline(input, relay)));
    return list;
  }

  private static long bandwidth(List<Relay> relays, Predicate<Relay> wanted) {
    return relays.stream()
        .filter(wanted)
        .mapToLong(relay -> relay.bandwidth().observedOrZero())
        .sum();
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private Map<String, @Nullable Object> outliers() {
    Map<String, @Nullable Object> found = ReferenceOutliers.of(input, group.members());
    int low = found.get("low_outliers") instanceof List<?> list ? list.size() : 0;
    int high = found.get("high_outliers") instanceof List<?> list ? list.size() : 0;
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    if (low + high == 0) {
      facts.put("none_detected", true);
    } else {
      facts.put("low_count", low);
      facts.put("high_count", high);
      facts.put("total_count", low + high);
      facts.put("total_relays", group.members().size());
      facts.put("percentage", Shown.number(100.0 * (low + high) / group.members().size(), 1));
    }
    return facts;
  }

  /// Where the operator's uptime lies among the network's; null if that is not known.
  private @Nullable Map<String, @Nullable Object> position() {
    ReferenceUptimes uptimes = ReferenceUptimes.of(input);
    double[] values =
        group.members().stream()
            .mapToDouble(relay -> uptimes.percent(relay, Period.SIX_MONTHS))
            .filter(u -> u > 0)
            .toArray();
    Map<String, @Nullable Object> network = uptimes.percentiles();
    if (values.length == 0 || network == null) {
      return null;
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("percentile_range", uptimes.band(ReferenceReliability.mean(values)));
    facts.put("total_network_relays", network.get("total_relays"));
    return facts;
  }

  /// Shares of time with the flags that members have now.
  private Map<String, @Nullable Object> flags() {
    Map<String, @Nullable Object> flags = new LinkedHashMap<>();
    Set<String> periods = new TreeSet<>();
    for (String flag : FLAGS) {
      Map<String, @Nullable Object> own = new LinkedHashMap<>();
      for (Period period : Period.ALL) {
        double[] values =
            group.members().stream()
                .filter(relay -> relay.has(flag))
                .mapToDouble(relay -> ReferenceUptimes.of(input).percent(relay, flag, period))
                .filter(u -> u > 0)
                .toArray();
        if (values.length > 0) {
          Map<String, @Nullable Object> entry = new LinkedHashMap<>();
          entry.put("value", ReferenceReliability.mean(values));
          entry.put("relay_count", values.length);
          own.put(FlagFacts.shortName(period), entry);
          periods.add(period.key());
        }
      }
      if (!own.isEmpty()) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("periods", own);
        flags.put(flag, entry);
      }
    }
    List<String> known =
        Period.ALL.stream()
            .filter(period -> periods.contains(period.key()))
            .map(FlagFacts::shortName)
            .toList();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("flag_reliabilities", flags);
    facts.put("available_periods", known);
    facts.put("period_display", known.isEmpty() ? "No Data" : String.join("/", known));
    return facts;
  }

  private Map<String, @Nullable Object> uptimes() {
    Map<Period, String> names =
        Map.of(
            Period.ONE_MONTH, "30d",
            Period.SIX_MONTHS, "6mo",
            Period.ONE_YEAR, "1y",
            Period.FIVE_YEARS, "5y");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      double[] values =
          group.members().stream()
              .mapToDouble(relay -> ReferenceUptimes.of(input).percent(relay, period))
              .filter(u -> u > 0)
              .toArray();
      if (values.length > 0) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        double mean = ReferenceReliability.mean(values);
        entry.put("display", names.get(period) + " " + Shown.round(mean, 1) + "%");
        entry.put("relay_count", values.length);
        facts.put(period.key(), entry);
      }
    }
    return facts;
  }
}
