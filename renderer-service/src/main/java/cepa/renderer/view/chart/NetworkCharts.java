package cepa.renderer.view.chart;

import cepa.model.NetworkTrend;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Moment;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The network over time, from accepted snapshots.
public final class NetworkCharts {

  private static final int DAYS = 90;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private NetworkCharts() {}

  /// Relays running; null if there is no history, like the others.
  public static @Nullable Chart running(NetworkTrend trend) {
    return chart("relays-running", "", trend, point -> BigDecimal.valueOf(point.running()));
  }

  public static @Nullable Chart guards(NetworkTrend trend) {
    return chart("guards-running", "", trend, point -> BigDecimal.valueOf(point.guards()));
  }

  public static @Nullable Chart exits(NetworkTrend trend) {
    return chart("exits-running", "", trend, point -> BigDecimal.valueOf(point.exits()));
  }

  /// Observed bandwidth of running relays.
  public static @Nullable Chart capacity(NetworkTrend trend, BandwidthUnit mode) {
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

  /// The newest snapshot that is a week old; null if there is none, or none of that day.
  public static NetworkTrend.@Nullable Point weekAgo(NetworkTrend trend, Instant asOf) {
    Instant weekAgo = asOf.minus(WEEK);
    NetworkTrend.Point then = null;
    for (NetworkTrend.Point point : trend.hourly()) {
      if (!point.at().isAfter(weekAgo)) {
        then = point;
      }
    }
    return then == null || then.at().isBefore(weekAgo.minus(TOLERANCE)) ? null : then;
  }
}
