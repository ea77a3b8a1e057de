package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Bandwidth;
import cepa.model.reliability.OperatorReliability.Downtime;
import cepa.model.reliability.OperatorReliability.Grade;
import cepa.model.reliability.OperatorReliability.Outlier;
import cepa.model.reliability.OperatorReliability.RoleDowntime;
import cepa.model.reliability.OperatorReliability.Uptime;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How reliably an operator's relays serve.
public final class ReliabilityFacts {

  private static final List<Period> SERVED =
      List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS);

  private ReliabilityFacts() {}

  static void add(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    Map<String, @Nullable Object> shown = OperatorFacts.breakdowns(input, group.group());
    OperatorReliability all = input.find(OperatorReliability.class);
    if (all != null) {
      var own = all.operators().get(group.index());
      facts.put("operator_reliability", reliability(input, group, all, own));
      shown.put("downtime_alerts", downtime(input, group, own.downtime()));
      shown.put("outliers", outliers(group, own));
      shown.put("uptime_formatted", uptimes(own));
      shown.put("flag_analysis", FlagFacts.uptimes(input, group, own));
      shown.put("flag_bandwidth_analysis", FlagFacts.averages(input, group));
      if (own.uptimeBand() != null) {
        Map<String, @Nullable Object> position = new LinkedHashMap<>();
        position.put("percentile_range", band(own.uptimeBand()));
        UptimeStatistics uptime = input.find(UptimeStatistics.class);
        Percentiles network = uptime == null ? null : uptime.sixMonths();
        position.put("total_network_relays", network == null ? null : network.count());
        shown.put("network_percentiles_formatted", position);
      }
      Map<String, @Nullable Object> intelligence = IntelligenceFacts.operator(input, group);
      intelligence.put("family_support_counts", GroupExtras.support(input, group.group()));
      intelligence.put("version_compliance", compliance(group, own.versions()));
      intelligence.put("version_status", statuses(group, own.versions()));
      shown.put("operator_intelligence", intelligence);
    }
    if (facts.get("display") instanceof Map<?, ?> display) {
      shown.put("total_data_formatted", display.get("total_data_formatted"));
      shown.put("total_data_pct", display.get("total_data_pct"));
    }
    var source = input.model().source("onionoo-uptime");
    if (source != null && source.published() != null) {
      shown.put("uptime_timestamp", Texts.timestamp(source.published()) + " UTC");
    }
    facts.put("contact_display_data", shown);
  }

  private static Map<String, @Nullable Object> reliability(
      FactsInput input, Group group, OperatorReliability all, OperatorReliability.Operator own) {
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("total_relays", group.group().members().size());
    facts.put("valid_relays", own.relaysWithUptime());
    facts.put("relay_uptimes", own.relaysWithUptime());
    facts.put("overall_uptime", overallUptime(own));
    facts.put("network_uptime_percentiles", PercentileSources.uptime(input));
    facts.put("network_bandwidth_percentiles", PercentileSources.bandwidth(all));
    Map<String, @Nullable Object> outliers = new LinkedHashMap<>();
    outliers.put("low_outliers", uptimeOutliers(input, own.uptimeOutliers().low()));
    outliers.put("high_outliers", uptimeOutliers(input, own.uptimeOutliers().high()));
    facts.put("outliers", outliers);
    Map<String, @Nullable Object> rates = new LinkedHashMap<>();
    rates.put("low_outliers", bandwidthOutliers(input, own.bandwidthOutliers().low()));
    rates.put("high_outliers", bandwidthOutliers(input, own.bandwidthOutliers().high()));
    facts.put("bandwidth_outliers", rates);
    facts.put("operator_daily_bandwidth", daily(own, mode));
    facts.put("overall_bandwidth", overallBandwidth(own, mode));
    facts.put("relay_bandwidths", relays(input, group, mode));
    return facts;
  }

  private static String name(Period period) {
    return switch (period) {
      case ONE_MONTH -> "30d";
      case SIX_MONTHS -> "6mo";
      case ONE_YEAR -> "1y";
      case FIVE_YEARS -> "5y";
    };
  }

  private static Map<String, @Nullable Object> overallUptime(OperatorReliability.Operator own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      Uptime uptime = own.uptime().get(period);
      if (uptime == null) {
        continue;
      }
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("average", 100 * uptime.mean());
      entry.put("std_dev", 100 * uptime.deviation());
      entry.put("relay_count", uptime.relays());
      entry.put("display_name", name(period));
      if (period == Period.SIX_MONTHS && own.uptimeBand() != null) {
        String band = band(own.uptimeBand());
        entry.put("percentile_range", band);
        entry.put(
            "network_position",
            new Shown(
                Shown.round(100 * uptime.mean(), 1) + "% (" + band + " Pct)",
                numbers(100 * uptime.mean(), band)));
      }
      facts.put(period.key(), entry);
    }
    return facts;
  }

  /// The number shown and those in the name of the band.
  private static List<Double> numbers(double value, String band) {
    List<Double> numbers = new ArrayList<>();
    numbers.add(value);
    java.util.regex.Pattern.compile("-?\\d+")
        .matcher(band)
        .results()
        .forEach(m -> numbers.add(Double.parseDouble(m.group())));
    return numbers;
  }

  static String band(Percentiles.Band band) {
    return switch (band) {
      case BELOW_5 -> "<5th";
      case FROM_5 -> "5th-25th";
      case FROM_25 -> "25th-50th";
      case FROM_50 -> "50th-75th";
      case FROM_75 -> "75th-90th";
      case FROM_90 -> "90th-95th";
      case FROM_95 -> "95th-99th";
      case FROM_99 -> ">99th";
    };
  }

  private static List<Object> uptimeOutliers(FactsInput input, List<Outlier> outliers) {
    List<Object> facts = new ArrayList<>();
    for (Outlier outlier : outliers) {
      Map<String, @Nullable Object> entry = outlier(input, outlier);
      entry.put("uptime", 100 * outlier.value());
      facts.add(entry);
    }
    return facts;
  }

  private static List<Object> bandwidthOutliers(FactsInput input, List<Outlier> outliers) {
    List<Object> facts = new ArrayList<>();
    for (Outlier outlier : outliers) {
      Map<String, @Nullable Object> entry = outlier(input, outlier);
      entry.put("bandwidth", Rounded.whole(outlier.value()));
      entry.put("value", Rounded.whole(outlier.value()));
      entry.put(
          "value_formatted", Shown.rate(outlier.value(), 2, input.model().site().bandwidthUnit()));
      facts.add(entry);
    }
    return facts;
  }

  private static Map<String, @Nullable Object> outlier(FactsInput input, Outlier outlier) {
    Relay relay = input.relays().get(outlier.relay());
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("fingerprint", relay.fingerprint().hex());
    entry.put("nickname", relay.nickname());
    entry.put("period", Period.SIX_MONTHS.key());
    entry.put("deviation", new Rounded(outlier.deviations(), 2e-5));
    return entry;
  }

  private static Map<String, @Nullable Object> daily(
      OperatorReliability.Operator own, BandwidthUnit mode) {
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
      entry.put("display_name", name(period));
      facts.put(period.key(), entry);
    }
    return facts;
  }

  private static Map<String, @Nullable Object> overallBandwidth(
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
      entry.put("display_name", name(period));
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

  private static List<Object> relays(FactsInput input, Group group, BandwidthUnit mode) {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    List<Object> facts = new ArrayList<>();
    if (traffic == null) {
      return facts;
    }
    for (int member : group.group().members()) {
      Map<String, @Nullable Object> periods = new LinkedHashMap<>();
      for (Period period : SERVED) {
        Long average = traffic.average(member, period);
        if (average != null && average > 0) {
          Map<String, @Nullable Object> entry = new LinkedHashMap<>();
          entry.put("bandwidth", Rounded.whole(average));
          entry.put("bandwidth_formatted", Shown.rate(average, 2, mode));
          periods.put(period.key(), entry);
        }
      }
      if (!periods.isEmpty()) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("fingerprint", input.relays().get(member).fingerprint().hex());
        entry.put("nickname", input.relays().get(member).nickname());
        entry.put("bandwidth_periods", periods);
        facts.add(entry);
      }
    }
    return facts;
  }

  private static Map<String, @Nullable Object> downtime(
      FactsInput input, Group group, @Nullable Downtime found) {
    var totals = group.group().totals();
    Downtime downtime =
        found == null ? new Downtime(List.of(), 0, null, 0, null, none(), none(), none()) : found;
    RateUnit unit = RateUnit.of(totals.bandwidth(), input.model().site().bandwidthUnit());
    Map<String, @Nullable Object> bandwidth = new LinkedHashMap<>();
    bandwidth.put("total_offline_bandwidth", downtime.bandwidth());
    bandwidth.put(
        "total_offline_bandwidth_formatted", Shown.number(downtime.bandwidth() / unit.bytes(), 2));
    bandwidth.put(
        "total_operator_bandwidth_formatted", Shown.number(totals.bandwidth() / unit.bytes(), 2));
    bandwidth.put(
        "offline_bandwidth_percentage",
        downtime.bandwidthShare() == null ? 0 : 100 * downtime.bandwidthShare());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("has_offline_relays", found != null);
    facts.put("offline_bandwidth_impact", bandwidth);
    Map<String, @Nullable Object> weight = new LinkedHashMap<>();
    double offline =
        group.group().members().stream()
            .map(input.relays()::get)
            .filter(relay -> !relay.running())
            .mapToDouble(relay -> relay.weight().fraction() == null ? 0 : relay.weight().fraction())
            .sum();
    weight.put("total_offline_cw_fraction", offline);
    weight.put("total_offline_cw_percentage", 100 * offline);
    weight.put(
        "offline_cw_percentage_of_operator",
        totals.weightFraction() == 0 ? 0 : 100 * offline / totals.weightFraction());
    weight.put("total_operator_cw_percentage", 100 * totals.weightFraction());
    facts.put("offline_consensus_weight_impact", weight);
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    Map<String, @Nullable Object> traffic = new LinkedHashMap<>();
    role(counts, traffic, "guard", downtime.guards());
    role(counts, traffic, "middle", downtime.middles());
    role(counts, traffic, "exit", downtime.exits());
    facts.put("offline_counts", counts);
    facts.put("traffic_percentages", traffic);
    facts.put("offline_relay_details", offline(input, downtime));
    return facts;
  }

  private static RoleDowntime none() {
    return new RoleDowntime(0, 0, null);
  }

  private static void role(
      Map<String, @Nullable Object> counts,
      Map<String, @Nullable Object> traffic,
      String role,
      RoleDowntime downtime) {
    counts.put(role, downtime.relays());
    traffic.put(role, downtime.share() == null ? 0 : 100 * downtime.share());
  }

  private static Map<String, @Nullable Object> offline(FactsInput input, Downtime downtime) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Relay.Role role : List.of(Relay.Role.GUARD, Relay.Role.MIDDLE, Relay.Role.EXIT)) {
      List<Object> relays = new ArrayList<>();
      for (int index : downtime.relays()) {
        Relay relay = input.relays().get(index);
        if (relay.role() == role) {
          relays.add(offline(input, relay));
        }
      }
      facts.put(role.name().toLowerCase(java.util.Locale.ROOT) + "_relays", relays);
    }
    return facts;
  }

  /// An offline relay as an operator's page lists it.
  public static Map<String, @Nullable Object> offline(FactsInput input, Relay relay) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    String seen = Texts.ago(relay.times().lastSeen(), input.model().asOf());
    facts.put("fingerprint", relay.fingerprint().hex().substring(0, 8));
    facts.put("nickname", relay.nickname());
    facts.put("last_seen", seen);
    facts.put("display_text", relay.nickname() + " (" + seen + ")");
    facts.put("bandwidth", relay.bandwidth().observedOrZero());
    facts.put("consensus_weight", OperatorFacts.raw(relay));
    return facts;
  }

  private static Map<String, @Nullable Object> outliers(
      Group group, OperatorReliability.Operator own) {
    int low = own.uptimeOutliers().low().size();
    int high = own.uptimeOutliers().high().size();
    int relays = group.group().members().size();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    if (low + high == 0) {
      facts.put("none_detected", true);
    } else {
      facts.put("low_count", low);
      facts.put("high_count", high);
      facts.put("total_count", low + high);
      facts.put("total_relays", relays);
      facts.put("percentage", Shown.number(100.0 * (low + high) / relays, 1));
    }
    return facts;
  }

  private static Map<String, @Nullable Object> uptimes(OperatorReliability.Operator own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      Uptime uptime = own.uptime().get(period);
      if (uptime != null) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(
            "display",
            new Shown(
                name(period) + " " + Shown.round(100 * uptime.mean(), 1) + "%",
                numbersFirst(name(period), 100 * uptime.mean())));
        entry.put("relay_count", uptime.relays());
        facts.put(period.key(), entry);
      }
    }
    return facts;
  }

  private static List<Double> numbersFirst(String name, double value) {
    return List.of(Double.parseDouble(name.replaceAll("\\D", "")), value);
  }

  private static String compliance(Group group, OperatorReliability.Versions versions) {
    int all = group.group().members().size();
    List<String> parts = new ArrayList<>();
    parts.add(part(versions.recommended(), all, "compliant"));
    if (versions.compliance() != Grade.ALL) {
      add(parts, versions.notRecommended(), all, "not compliant");
      add(parts, versions.unknown(), all, "unknown");
    }
    return Texts.capitalized(versions.compliance().name()) + ", " + String.join(", ", parts);
  }

  private static String statuses(Group group, OperatorReliability.Versions versions) {
    int all = group.group().members().size();
    List<String> parts = new ArrayList<>();
    parts.add(part(status(versions, "recommended"), all, "recommended"));
    for (String status : List.of("experimental", "obsolete", "new in series", "unrecommended")) {
      add(parts, status(versions, status), all, status);
    }
    return Texts.capitalized(versions.status().name()) + ", " + String.join(", ", parts);
  }

  private static int status(OperatorReliability.Versions versions, String status) {
    var found = versions.statuses().get(status);
    return found == null ? 0 : found.relays();
  }

  private static void add(List<String> parts, int count, int all, String what) {
    if (count > 0) {
      parts.add(part(count, all, what));
    }
  }

  private static String part(int count, int all, String what) {
    return count + " (" + Shown.round(all == 0 ? 0 : 100.0 * count / all, 0) + "%) " + what;
  }
}
