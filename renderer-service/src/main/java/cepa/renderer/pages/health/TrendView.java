package cepa.renderer.pages.health;

import cepa.model.NetworkTrend;
import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.NetworkCharts;
import cepa.renderer.view.chart.Step;
import cepa.renderer.view.chart.TrafficChart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The network over time.
///
/// @param counts relays now, and what changed in a week; empty without a history
/// @param bandwidth observed bandwidth of running relays; null without a history
/// @param bandwidthOfWeekAgo of that a week ago; null if that is not known
/// @param weekAgo the day compared with; null if that is not known
/// @param relays what ran, by day
/// @param capacity observed bandwidth of that; null without a history
/// @param traffic what relays carried, by week and by month
record TrendView(
    List<Count> counts,
    @Nullable Rate bandwidth,
    @Nullable Share bandwidthOfWeekAgo,
    @Nullable Day weekAgo,
    List<Chart> relays,
    @Nullable Chart capacity,
    List<Chart> traffic) {

  /// @param id names its text: `trend.<id>`
  /// @param change since a week ago; null if that is not known
  record Count(String id, int relays, @Nullable Difference change) {}

  /// @param carried bandwidth of the whole network over time
  static TrendView of(NetworkTrend trend, List<Series> carried, Instant asOf, BandwidthUnit mode) {
    List<Chart> traffic =
        known(
            TrafficChart.of(carried, "read_history", Step.WEEK, "read-weeks", asOf, mode),
            TrafficChart.of(carried, "read_history", Step.MONTH, "read-months", asOf, mode));
    if (trend.hourly().isEmpty()) {
      return new TrendView(List.of(), null, null, null, List.of(), null, traffic);
    }
    NetworkTrend.Point now = trend.hourly().getLast();
    NetworkTrend.Point then = NetworkCharts.weekAgo(trend, asOf);
    List<Count> counts = new ArrayList<>();
    counts.add(count("running", now.running(), then == null ? null : then.running()));
    counts.add(count("guards", now.guards(), then == null ? null : then.guards()));
    counts.add(count("exits", now.exits(), then == null ? null : then.exits()));
    long bytes = now.observedBytesPerSecond();
    return new TrendView(
        counts,
        Rate.in(bytes, RateUnit.of(bytes, mode), 1),
        then == null ? null : Share.of(bytes, then.observedBytesPerSecond(), 1),
        then == null ? null : Day.of(then.at()),
        known(
            NetworkCharts.running(trend), NetworkCharts.guards(trend), NetworkCharts.exits(trend)),
        NetworkCharts.capacity(trend, mode),
        traffic);
  }

  private static Count count(String id, int now, @Nullable Integer then) {
    return new Count(id, now, then == null ? null : new Difference(now - then));
  }

  private static List<Chart> known(@Nullable Chart... charts) {
    return Stream.of(charts).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
