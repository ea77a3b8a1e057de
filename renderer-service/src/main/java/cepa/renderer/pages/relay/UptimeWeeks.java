package cepa.renderer.pages.relay;

import cepa.model.Series;
import cepa.renderer.pages.relay.RelayView.Week;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last half year of a relay's uptime in whole weeks.
final class UptimeWeeks {

  private static final String SERIES = "uptime/" + Step.WEEK.period();

  private UptimeWeeks() {}

  /// @param asOf the moment the page speaks of: the week it is in is left out
  /// @return null if nothing is known of any of the weeks
  static @Nullable Chart of(List<Series> series, Instant asOf) {
    List<Chart.Point> points =
        series.stream()
            .filter(graph -> graph.name().equals(SERIES))
            .findFirst()
            .map(graph -> Step.WEEK.means(graph, asOf))
            .orElse(List.of())
            .stream()
            .map(week -> new Chart.Point(week.at(), percent(week.value())))
            .toList();
    return points.isEmpty() ? null : new Chart("uptime-weeks", "%", Step.WEEK.days(), points);
  }

  private static @Nullable BigDecimal percent(@Nullable Double share) {
    return share == null ? null : Rounding.halfEven(Math.clamp(share, 0, 1) * 100, 0);
  }

  /// The first of the weeks it ran least; null if it ran all the time.
  static @Nullable Week lowest(Chart weeks) {
    Week lowest = null;
    for (Chart.Point point : weeks.points()) {
      BigDecimal value = point.value();
      BigDecimal bound = lowest == null ? BigDecimal.valueOf(100) : lowest.uptime().percent();
      if (value != null && value.compareTo(bound) < 0) {
        lowest = new Week(point.at().day(), new Share(value, false));
      }
    }
    return lowest;
  }
}
