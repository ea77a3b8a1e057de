package cepa.renderer.pages.operator;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Outlier;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.OperatorCharts;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.pages.operator.OperatorPast.Carrier;
import cepa.renderer.pages.operator.OperatorPast.FlagUptime;
import cepa.renderer.pages.operator.OperatorPast.Growth;
import cepa.renderer.pages.operator.OperatorPast.Traffic;
import cepa.renderer.pages.operator.OperatorPast.TrafficPeriod;
import cepa.renderer.pages.operator.OperatorPast.Uptime;
import cepa.renderer.pages.operator.OperatorPast.UptimePeriod;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.Volume;
import cepa.renderer.view.chart.Step;
import cepa.renderer.view.chart.TrafficChart;
import cepa.renderer.view.relay.RelayRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the past of an operator's relays into what its page shows.
final class OperatorHistory {

  private static final int DECIMALS = 1;

  private final RelayGroup group;
  private final OperatorReliability.Operator reliability;
  private final GroupTraffic.@Nullable Totals totals;
  private final PageContext context;
  private final BandwidthUnit mode;

  /// @param index of the operator among the model's
  OperatorHistory(int index, RelayGroup group, PageContext context) {
    this.group = group;
    this.context = context;
    this.mode = context.model().site().bandwidthUnit();
    this.reliability = context.part(OperatorReliability.class).operators().get(index);
    List<GroupTraffic.Totals> all = context.part(GroupTraffic.class).of("operator");
    this.totals = all.isEmpty() ? null : all.get(index);
  }

  /// Null if the source is missing.
  @Nullable Uptime uptime() {
    if (!Sources.isPresent(context.model(), Sources.UPTIME)) {
      return null;
    }
    List<UptimePeriod> periods = new ArrayList<>();
    for (Period period : Period.ALL) {
      OperatorReliability.Uptime known = reliability.uptime().get(period);
      if (known != null) {
        periods.add(
            new UptimePeriod(
                period,
                Share.known(known.mean(), DECIMALS),
                Share.known(known.deviation(), DECIMALS),
                known.relays()));
      }
    }
    return new Uptime(
        periods,
        reliability.uptimeBand(),
        uptimes(reliability.uptimeOutliers().low()),
        uptimes(reliability.uptimeOutliers().high()),
        reliability.flags().entrySet().stream()
            .map(flag -> flagUptime(flag.getKey(), flag.getValue()))
            .toList());
  }

  private List<OperatorPast.Outlier> uptimes(List<Outlier> outliers) {
    return outliers.stream()
        .map(outlier ->
            new OperatorPast.Outlier(link(outlier.relay()), Share.known(outlier.value(), DECIMALS)))
        .toList();
  }

  private FlagUptime flagUptime(String flag, PerPeriod<Double> shares) {
    return new FlagUptime(
        context.links().to("flag", flag, DisplayText.lineOr(flag, DisplayText.NICKNAME, "?")),
        Share.of(shares.oneMonth(), DECIMALS),
        Share.of(shares.sixMonths(), DECIMALS),
        Share.of(shares.oneYear(), DECIMALS),
        Share.of(shares.fiveYears(), DECIMALS));
  }

  /// Null if the source is missing.
  @Nullable Traffic traffic() {
    if (!Sources.isPresent(context.model(), Sources.BANDWIDTH)) {
      return null;
    }
    List<Series> series = series();
    var asOf = context.model().asOf();
    OperatorReliability.Growth growth = reliability.growth();
    return new Traffic(
        Period.ALL.stream().map(this::traffic).filter(OperatorHistory::tells).toList(),
        reliability.bandwidthBand(),
        growth == null
            ? null
            : new Growth(growth.trend(), Share.known(growth.recent() / growth.older(), 0)),
        carriers(reliability.bandwidthOutliers().low()),
        carriers(reliability.bandwidthOutliers().high()),
        TrafficChart.of(series, "read_history", Step.WEEK, "read-weeks", asOf, mode),
        TrafficChart.of(series, "read_history", Step.MONTH, "read-months", asOf, mode));
  }

  /// One relay's own history is that of its operator.
  private List<Series> series() {
    return group.members().size() == 1
        ? context.series().of(relay(group.members().getFirst()).fingerprint())
        : context.part(OperatorCharts.class).of(group.key());
  }

  private TrafficPeriod traffic(Period period) {
    OperatorReliability.Bandwidth known = reliability.bandwidth().get(period);
    return new TrafficPeriod(
        period,
        totals == null ? null : Volume.of(totals.bytes().get(period)),
        totals == null ? null : share(totals, period),
        known == null ? null : coarse(known.total()),
        known == null ? null : coarse(known.perRelay()),
        known == null ? null : known.stability(),
        known == null ? null : Share.of(known.utilization(), 0));
  }

  private @Nullable Share share(GroupTraffic.Totals known, Period period) {
    return Share.of(context.part(GroupTraffic.class).share(known, period), 2);
  }

  private static boolean tells(TrafficPeriod period) {
    return period.data() != null || period.together() != null || period.perRelay() != null;
  }

  private List<Carrier> carriers(List<Outlier> outliers) {
    return outliers.stream()
        .map(outlier -> new Carrier(link(outlier.relay()), known(outlier.value())))
        .toList();
  }

  private @Nullable Rate coarse(@Nullable Double bytesPerSecond) {
    return bytesPerSecond == null ? null : Rate.coarse(bytesPerSecond.longValue(), mode);
  }

  private Rate known(double bytesPerSecond) {
    return Rate.in((long) bytesPerSecond, RateUnit.of((long) bytesPerSecond, mode), DECIMALS);
  }

  private Link link(int index) {
    Relay relay = relay(index);
    return context.links().to("relay", relay.fingerprint().hex(), RelayRow.nickname(relay));
  }

  private Relay relay(int index) {
    return context.model().relays().get(index);
  }
}
