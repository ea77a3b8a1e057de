package cepa.renderer.pages.health;

import cepa.model.Relay.Role;
import cepa.model.health.Average;
import cepa.model.health.Capacity;
import cepa.model.health.Utilization;
import cepa.model.health.Utilization.Ratio;
import cepa.model.health.Verdict;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.PeriodStatistics;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.pages.health.HealthView.AverageRow;
import cepa.renderer.pages.health.HealthView.FailureRow;
import cepa.renderer.pages.health.HealthView.PercentileRow;
import cepa.renderer.pages.health.HealthView.RatioRow;
import cepa.renderer.pages.health.HealthView.UptimeRow;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.health.Aspects;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.health.Concern;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows how the network is doing.
@Component
final class HealthPages implements PageFamily {

  private static final String PATH = "/network-health.html";
  private static final String TEMPLATE = "cepa/renderer/pages/health/health";
  private static final int DETAIL = 120;

  @Override
  public String id() {
    return "health";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(10, "health.menu", PATH, "health"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("health", key -> PATH);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("health", HealthView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(new SitePath.Page(PATH, TEMPLATE, false, () -> view(context)));
  }

  private static HealthView view(PageContext context) {
    Facts facts = Facts.of(context);
    Verdict verdict = facts.health().verdict();
    return new HealthView(
        head(context),
        verdict.level(),
        Aspects.of(verdict),
        verdict.concerns().stream().map(concern -> Concern.of(concern, context)).toList(),
        verdict.assessments().stream().map(concern -> Concern.of(concern, context)).toList(),
        TrendView.of(
            context.model().trend(),
            facts.traffic().series(),
            context.model().asOf(),
            context.model().site().bandwidthUnit()),
        new Cards(facts).all(),
        averages(facts),
        uptimes(facts.uptime()),
        percentiles(facts),
        ratios(facts),
        Balance.of(context),
        failures(facts));
  }

  private static PageHead head(PageContext context) {
    return new PageHead(
        Messages.of(context).text("health.title"),
        Messages.of(context).text("health.description"),
        "health",
        List.of(),
        true,
        context.model().sources().stream().map(source -> source.id()).toList());
  }

  private static List<AverageRow> averages(Facts facts) {
    Capacity capacity = facts.health().capacity();
    List<AverageRow> rows = new ArrayList<>();
    for (Role role : List.of(Role.EXIT, Role.GUARD, Role.MIDDLE)) {
      add(rows, "role-" + role.name(), capacity.roles().get(role), facts);
    }
    Capacity.FLAGS.forEach(flag -> add(rows, "flag-" + flag, capacity.flags().get(flag), facts));
    add(rows, "unused", capacity.unused(), facts);
    return rows;
  }

  private static void add(
      List<AverageRow> rows, String id, @Nullable Average average, Facts facts) {
    if (average != null) {
      rows.add(
          new AverageRow(
              id,
              facts.tableRate(average.mean()),
              facts.tableRate(average.median()),
              average.relays()));
    }
  }

  private static List<PercentileRow> percentiles(Facts facts) {
    Percentiles uptime = facts.uptime().sixMonths();
    Percentiles carried = facts.context().part(OperatorReliability.class).bandwidth();
    if (uptime == null && carried == null) {
      return List.of();
    }
    List<PercentileRow> rows = new ArrayList<>();
    for (Percentile percentile : Percentile.ALL) {
      rows.add(
          new PercentileRow(
              percentile.below(),
              uptime == null ? null : Share.of(percentile.of(uptime), 1),
              carried == null ? null : facts.tableRate(percentile.of(carried))));
    }
    return rows;
  }

  /// One of the percentiles that are known.
  private record Percentile(int below, ToDoubleFunction<Percentiles> value) {
    private static final List<Percentile> ALL =
        List.of(
            new Percentile(5, Percentiles::p5),
            new Percentile(25, Percentiles::p25),
            new Percentile(50, Percentiles::median),
            new Percentile(75, Percentiles::p75),
            new Percentile(90, Percentiles::p90),
            new Percentile(95, Percentiles::p95),
            new Percentile(99, Percentiles::p99));

    private double of(Percentiles all) {
      return value.applyAsDouble(all);
    }
  }

  private static List<UptimeRow> uptimes(UptimeStatistics uptime) {
    List<UptimeRow> rows = new ArrayList<>();
    add(rows, "all", uptime.all());
    for (String flag : List.of("Exit", "Guard")) {
      add(rows, "flag-" + flag, uptime.flags().get(flag));
    }
    add(rows, "role-MIDDLE", uptime.middle());
    for (String flag : List.of("Authority", "V2Dir", "HSDir")) {
      add(rows, "flag-" + flag, uptime.flags().get(flag));
    }
    add(rows, "other", uptime.other());
    return rows;
  }

  private static void add(
      List<UptimeRow> rows, String id, @Nullable PerPeriod<PeriodStatistics> periods) {
    if (periods != null && periods.longest() != null) {
      PeriodStatistics month = periods.oneMonth();
      rows.add(
          new UptimeRow(
              id,
              mean(month),
              month == null ? null : Share.known(month.median(), 1),
              mean(periods.sixMonths()),
              mean(periods.oneYear()),
              mean(periods.fiveYears())));
    }
  }

  private static @Nullable Share mean(@Nullable PeriodStatistics statistics) {
    return statistics == null ? null : Share.known(statistics.mean(), 1);
  }

  private static List<RatioRow> ratios(Facts facts) {
    Utilization utilization = facts.health().utilization();
    List<RatioRow> rows = new ArrayList<>();
    var performance = facts.intelligence().performance();
    Double together = performance.ratios().overall();
    Double median = performance.medians().overall();
    for (Role role : List.of(Role.EXIT, Role.GUARD, Role.MIDDLE)) {
      add(rows, "role-" + role.name(), utilization.roles().get(role));
    }
    add(rows, "eu", utilization.eu());
    add(rows, "non-eu", utilization.elsewhere());
    add(rows, "top-three", utilization.topThree());
    add(rows, "top-five", utilization.topFive());
    add(rows, "top-ten", utilization.topTen());
    if (together != null && median != null) {
      rows.addFirst(
          new RatioRow("all", Rounding.halfEven(together, 0), null, Rounding.halfEven(median, 0)));
    }
    return rows;
  }

  private static void add(List<RatioRow> rows, String id, @Nullable Ratio ratio) {
    if (ratio != null) {
      rows.add(
          new RatioRow(
              id,
              Rounding.halfEven(ratio.together(), 0),
              Rounding.halfEven(ratio.mean(), 0),
              Rounding.halfEven(ratio.median(), 0)));
    }
  }

  private static List<FailureRow> failures(Facts facts) {
    var results = facts.validation().results();
    return results == null
        ? List.of()
        : results.relayFailures().stream()
            .map(failure ->
                new FailureRow(
                    failure.kind(), DisplayText.line(failure.detail(), DETAIL), failure.count()))
            .toList();
  }
}
