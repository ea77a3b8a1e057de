package cepa.standalone.facts.health;

import cepa.model.Relay.Role;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.health.Average;
import cepa.model.health.Capacity;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Utilization;
import cepa.model.intelligence.Intelligence;
import cepa.model.network.RoleTotals;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What relays can carry, weigh and carried (analytics 11: groups 3, 4, 5).
final class CapacityFacts {

  private static final double MILLION = 1e6;

  private CapacityFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    RoleTotals totals = input.get(RoleTotals.class);
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    RateUnit unit = RateUnit.of(totals.all().bandwidth(), mode);
    sheet.rate("total_bandwidth", totals.all().bandwidth(), unit);
    sheet.rate("guard_bandwidth", totals.guardOnly().bandwidth(), unit);
    sheet.rate("middle_bandwidth", totals.neither().bandwidth(), unit);
    sheet.rate("exit_bandwidth", totals.exits().bandwidth(), unit);
    averages(sheet, health.capacity(), unit, mode);
    unused(sheet, health.capacity().unused(), mode);
    sheet.put(
        "consensus_weight_bandwidth_ratio",
        HealthSheet.percent(totals.all().weight(), totals.all().bandwidth()) / 100);
    utilization(sheet, health.utilization());
    ratios(sheet, input.find(Intelligence.class));
    traffic(sheet, input.find(GroupTraffic.class));
  }

  /// All in one unit, the next smaller one if a role's would read 0.
  private static void averages(
      HealthSheet sheet, Capacity capacity, RateUnit unit, BandwidthUnit mode) {
    Map<String, @Nullable Average> all = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      all.put(role.name().toLowerCase(Locale.ROOT), capacity.roles().get(role));
    }
    RateUnit shown = unit;
    List<RateUnit> units = RateUnit.all(mode);
    if (unit.equals(units.getFirst()) && all.values().stream().anyMatch(a -> reads0(a, unit))) {
      shown = units.get(1);
    }
    for (String flag : Capacity.FLAGS) {
      all.put(flag.toLowerCase(Locale.ROOT), capacity.flags().get(flag));
    }
    for (Map.Entry<String, @Nullable Average> each : all.entrySet()) {
      Average average = each.getValue();
      average(sheet, each.getKey() + "_bw_mean", average == null ? 0 : average.mean(), shown);
      average(sheet, each.getKey() + "_bw_median", average == null ? 0 : average.median(), shown);
    }
  }

  private static void average(HealthSheet sheet, String name, double value, RateUnit unit) {
    sheet.put(name, value);
    sheet.rate(name, value, unit);
  }

  private static boolean reads0(@Nullable Average average, RateUnit unit) {
    return average != null && (reads0(average.mean(), unit) || reads0(average.median(), unit));
  }

  private static boolean reads0(double value, RateUnit unit) {
    return value > 0 && Shown.round(value / unit.bytes(), 0).equals("0");
  }

  private static void unused(HealthSheet sheet, @Nullable Average unused, BandwidthUnit mode) {
    double mean = unused == null ? 0 : unused.mean();
    double median = unused == null ? 0 : unused.median();
    RateUnit unit = RateUnit.of(mean, mode);
    sheet.put(
        "avg_observed_advertised_diff_formatted",
        Shown.join(" | ", List.of(HealthSheet.shown(mean, unit), HealthSheet.shown(median, unit))));
  }

  private static void utilization(HealthSheet sheet, Utilization utilization) {
    for (Role role : Role.values()) {
      Utilization.Ratio ratio = utilization.roles().get(role);
      String name = role.name().toLowerCase(Locale.ROOT) + "_cw_bw_";
      sheet.put(name + "overall", ratio == null ? 0.0 : ratio.together() / MILLION);
      sheet.put(name + "avg", ratio == null ? 0.0 : ratio.mean() / MILLION);
      sheet.put(name + "median", ratio == null ? 0.0 : ratio.median() / MILLION);
    }
    whole(sheet, "eu", utilization.eu());
    whole(sheet, "non_eu", utilization.elsewhere());
    whole(sheet, "top_3_as", utilization.topThree());
    whole(sheet, "top_5_as", utilization.topFive());
    whole(sheet, "top_10_as", utilization.topTen());
  }

  /// Cut to whole numbers.
  static void whole(HealthSheet sheet, String name, Utilization.@Nullable Ratio ratio) {
    sheet.put(name + "_cw_bw_mean", ratio == null ? 0 : (long) ratio.mean());
    sheet.put(name + "_cw_bw_median", ratio == null ? 0 : (long) ratio.median());
  }

  private static void ratios(HealthSheet sheet, @Nullable Intelligence intelligence) {
    if (intelligence == null) {
      return;
    }
    var performance = intelligence.network().performance();
    ratios(sheet, "mean", performance.ratios());
    ratios(sheet, "median", performance.medians());
  }

  private static void ratios(HealthSheet sheet, String name, Intelligence.Ratios ratios) {
    sheet.put("cw_bw_ratio_overall_" + name, ratio(ratios.overall()));
    sheet.put("cw_bw_ratio_guard_" + name, ratio(ratios.guard()));
    sheet.put("cw_bw_ratio_exit_" + name, ratio(ratios.exit()));
  }

  private static Object ratio(@Nullable Double ratio) {
    return ratio == null ? "0" : Shown.number(ratio, 0);
  }

  private static void traffic(HealthSheet sheet, @Nullable GroupTraffic traffic) {
    if (traffic == null) {
      return;
    }
    Map<String, Object> periods = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      periods.put(period.key(), Rounded.whole(bytes(traffic.network(), period)));
    }
    sheet.put("network_total_data_by_period", periods);
    List<String> names = new ArrayList<>(List.of("network"));
    data(sheet, names.getFirst(), bytes(traffic.network(), Period.FIVE_YEARS));
    for (Role role : Role.values()) {
      GroupTraffic.Totals own = traffic.roles().get(role);
      data(
          sheet,
          role.name().toLowerCase(Locale.ROOT),
          own == null ? 0 : bytes(own, Period.FIVE_YEARS));
    }
  }

  private static long bytes(GroupTraffic.Totals totals, Period period) {
    Long bytes = totals.bytes().get(period);
    return bytes == null ? 0 : bytes;
  }

  private static void data(HealthSheet sheet, String name, Number bytes) {
    sheet.put(name + "_total_data", Rounded.whole(bytes.doubleValue()));
    sheet.put(name + "_total_data_formatted", Shown.volume(bytes.doubleValue()));
  }
}
