package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.RelayTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What relays and groups carried.
final class TrafficFacts {

  /// Periods of which relays have averages.
  private static final List<Period> AVERAGED =
      List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS);

  private TrafficFacts() {}

  static void relay(Map<String, @Nullable Object> facts, FactsInput input, Relay relay, int index) {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    if (traffic == null) {
      return;
    }
    Period best = traffic.best(index);
    facts.put("total_data_display", volume(best == null ? null : traffic.total(index, best)));
    facts.put("total_data_period", best == null ? "" : best.key().replace('_', ' '));
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      Long total = traffic.total(index, period);
      totals.put(period.key(), Rounded.whole(total == null ? 0 : total));
      facts.put("total_data_" + period.key() + "_display", volume(total));
    }
    facts.put("total_data", totals);
    Map<String, @Nullable Object> averages = new LinkedHashMap<>();
    for (Period period : AVERAGED) {
      Long average = traffic.average(index, period);
      averages.put(period.key(), Rounded.whole(average == null ? 0 : average));
    }
    facts.put("bandwidth_averages", averages);
    facts.put(
        "flag_bandwidth_display",
        averages(traffic, relay, index, input.model().site().bandwidthUnit()));
  }

  private static Object averages(RelayTraffic traffic, Relay relay, int index, BandwidthUnit mode) {
    if (List.of("Exit", "Guard", "Fast", "Running").stream().noneMatch(relay::has)) {
      return "N/A";
    }
    List<Object> parts = new ArrayList<>();
    for (Period period : AVERAGED) {
      Long average = traffic.average(index, period);
      parts.add(average == null || average == 0 ? "—" : Shown.rate(average, 2, mode));
    }
    return Shown.join("/", parts);
  }

  static void group(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    GroupTraffic traffic = input.find(GroupTraffic.class);
    if (traffic == null) {
      return;
    }
    GroupTraffic.Totals totals = traffic.of(group.kind()).get(group.index());
    Period best = totals.best();
    Long data = totals.data();
    facts.put("total_data", Rounded.whole(data == null ? 0 : data));
    facts.put("total_data_period", best == null ? null : best.key());
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("total_data_formatted", volume(data));
    shown.put(
        "total_data_pct",
        best == null ? "" : TrafficTexts.share(traffic.share(totals, best), best));
    Texts.merge(facts, "display", shown);
  }

  static Object volume(@Nullable Long bytes) {
    return Shown.volume(bytes == null ? null : Double.valueOf(bytes));
  }

  /// A group and where it stands among those of its kind.
  record Group(String kind, int index, RelayGroup group) {
    static Group of(FactsInput input, String kind, RelayGroup group) {
      return new Group(kind, input.model().groups(kind).indexOf(group), group);
    }
  }
}
