package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Grade;
import cepa.model.reliability.OperatorReliability.Outlier;
import cepa.model.reliability.OperatorReliability.Uptime;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How reliably an operator's relays serve.
final class ReliabilityFacts {

  private ReliabilityFacts() {}

  static void add(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    Map<String, @Nullable Object> shown = OperatorFacts.breakdowns(input, group.group());
    OperatorReliability all = input.find(OperatorReliability.class);
    if (all != null) {
      var own = all.operators().get(group.index());
      facts.put(
          "operator_reliability", hasHistories(input) ? reliability(input, group, all, own) : null);
      shown.put("downtime_alerts", DowntimeFacts.downtime(input, group, own.downtime()));
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

  private static boolean hasHistories(FactsInput input) {
    return input.find(UptimeData.class) != null || input.find(BandwidthData.class) != null;
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
    facts.put("operator_daily_bandwidth", ServedFacts.daily(own, mode));
    facts.put("overall_bandwidth", ServedFacts.overallBandwidth(own, mode));
    facts.put("relay_bandwidths", relays(input, group, mode));
    return facts;
  }

  static String name(Period period) {
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

  static List<Object> relays(FactsInput input, Group group, BandwidthUnit mode) {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    List<Object> facts = new ArrayList<>();
    if (traffic == null) {
      return facts;
    }
    for (int member : group.group().members()) {
      Map<String, @Nullable Object> periods = new LinkedHashMap<>();
      for (Period period : ServedFacts.SERVED) {
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
