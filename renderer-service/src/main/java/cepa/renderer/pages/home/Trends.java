package cepa.renderer.pages.home;

import cepa.model.NetworkTrend;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.Moment;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.chart.Chart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The network over time, as the home page shows it.
final class Trends {

  private static final int DAYS = 90;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private Trends() {}

  static @Nullable Chart running(NetworkTrend trend) {
    return chart("relays-running", "", trend, point -> BigDecimal.valueOf(point.running()));
  }

  static @Nullable Chart capacity(NetworkTrend trend, BandwidthUnit mode) {
    List<NetworkTrend.Point> points = recent(trend);
    if (points.isEmpty()) {
      return null;
    }
    RateUnit unit = RateUnit.of(points.getLast().observedBytesPerSecond(), mode);
    return chart(
        "capacity",
        unit.symbol(),
        trend,
        point -> Rounding.halfEven(point.observedBytesPerSecond() / unit.bytes(), 1));
  }

  private static @Nullable Chart chart(
      String id, String unit, NetworkTrend trend, Function<NetworkTrend.Point, BigDecimal> figure) {
    List<Chart.Point> points =
        recent(trend).stream()
            .map(point -> new Chart.Point(new Moment(point.at()), figure.apply(point)))
            .toList();
    return points.isEmpty() ? null : new Chart(id, unit, isYoung(trend) ? 0 : 1, points);
  }

  /// The last quarter by day; while the history is younger than a week, every snapshot.
  private static List<NetworkTrend.Point> recent(NetworkTrend trend) {
    if (isYoung(trend)) {
      return trend.hourly();
    }
    List<NetworkTrend.Point> daily = trend.daily();
    return daily.subList(Math.max(0, daily.size() - DAYS), daily.size());
  }

  private static boolean isYoung(NetworkTrend trend) {
    return trend.daily().size() < WEEK.toDays();
  }

  /// The newest snapshot that is a week old, compared with now.
  static HomeView.@Nullable Week week(NetworkTrend trend, Instant asOf, int runningNow) {
    Instant weekAgo = asOf.minus(WEEK);
    NetworkTrend.Point then = null;
    for (NetworkTrend.Point point : trend.hourly()) {
      if (!point.at().isAfter(weekAgo)) {
        then = point;
      }
    }
    return then == null || then.at().isBefore(weekAgo.minus(TOLERANCE))
        ? null
        : new HomeView.Week(day(then.at()), new Difference(runningNow - then.running()));
  }

  private static Day day(Instant at) {
    return new Day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
