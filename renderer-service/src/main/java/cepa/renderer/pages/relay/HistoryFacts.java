package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.renderer.PageContext;
import cepa.renderer.pages.relay.RelayView.FlagShare;
import cepa.renderer.pages.relay.RelayView.FlagUptime;
import cepa.renderer.pages.relay.RelayView.Overload;
import cepa.renderer.pages.relay.RelayView.PeriodTraffic;
import cepa.renderer.pages.relay.RelayView.Traffic;
import cepa.renderer.pages.relay.RelayView.Uptime;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.Volume;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.Step;
import cepa.renderer.view.chart.TrafficChart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a relay's past: how much of the time it ran, what it carried, when it was too
/// much.
final class HistoryFacts {

  private final int index;
  private final Relay relay;
  private final PageContext context;
  private final List<Series> series;
  private final BandwidthUnit unit;

  HistoryFacts(int index, PageContext context) {
    this.index = index;
    this.relay = context.model().relays().get(index);
    this.context = context;
    this.series = context.series().of(relay.fingerprint());
    this.unit = context.model().site().bandwidthUnit();
  }

  /// Null if the source is missing.
  @Nullable Uptime uptime() {
    if (!Sources.isPresent(context.model(), Sources.UPTIME)) {
      return null;
    }
    Relay.Uptime uptime = relay.uptime();
    Chart weeks = UptimeWeeks.of(series, context.model().asOf());
    return new Uptime(
        uptime == null ? null : Share.of(uptime.oneMonth(), 1),
        uptime == null ? null : Share.of(uptime.sixMonths(), 1),
        uptime == null ? null : Share.of(uptime.oneYear(), 1),
        uptime == null ? null : Share.of(uptime.fiveYears(), 1),
        flagUptime(),
        weeks,
        weeks == null ? null : UptimeWeeks.lowest(weeks));
  }

  private @Nullable FlagUptime flagUptime() {
    FlagUptimes uptimes = context.part(FlagUptimes.class);
    String flag = uptimes.priority(relay, index);
    return flag == null
        ? null
        : new FlagUptime(
            flag,
            Period.ALL.stream()
                .map(period ->
                    new FlagShare(period, Share.of(uptimes.share(index, flag, period), 1)))
                .toList());
  }

  /// Null if the source is missing.
  @Nullable Traffic traffic() {
    if (!Sources.isPresent(context.model(), Sources.BANDWIDTH)) {
      return null;
    }
    RelayTraffic traffic = context.part(RelayTraffic.class);
    Instant asOf = context.model().asOf();
    return new Traffic(
        Period.ALL.stream()
            .filter(period -> traffic.total(index, period) != null)
            .map(period ->
                new PeriodTraffic(
                    period,
                    Volume.of(traffic.read(index, period)),
                    Volume.of(traffic.written(index, period)),
                    Rate.coarse(traffic.average(index, period), unit)))
            .toList(),
        TrafficChart.of(series, "read_history", Step.WEEK, "read-weeks", asOf, unit),
        TrafficChart.of(series, "write_history", Step.WEEK, "written-weeks", asOf, unit));
  }

  Overload overload() {
    Overloads all = context.part(Overloads.class);
    Overloads.Overload told = all.of(index);
    Overloads.Limits limits = told == null ? null : told.limits();
    Overloads.Descriptors descriptors = told == null ? null : told.descriptors();
    return new Overload(
        all.complete(),
        Moment.of(relay.overloadedAt()),
        limits == null
            ? null
            : new RelayView.Limits(
                Moment.of(limits.at()),
                Rate.of(limits.rate(), unit),
                Rate.of(limits.burst(), unit),
                limits.writes(),
                limits.reads()),
        all.complete() ? Boolean.valueOf(descriptors != null) : null,
        descriptors == null ? null : Moment.of(descriptors.at()));
  }
}
