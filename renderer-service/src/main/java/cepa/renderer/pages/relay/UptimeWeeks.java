package cepa.renderer.pages.relay;

import cepa.model.Series;
import cepa.renderer.pages.relay.RelayView.Week;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last half year of a relay's uptime in whole weeks, Monday to Sunday, UTC. Weeks that are
/// over do not change any more, so neither does the page between two Mondays.
final class UptimeWeeks {

  /// The source's half year minus what its moving window may cut from the first week.
  static final int WEEKS = 24;

  private static final String SERIES = "uptime/6_months";

  private UptimeWeeks() {}

  /// @param asOf the moment the page speaks of: the week it is in is left out
  /// @return null if nothing is known of any of the weeks
  static @Nullable Chart of(List<Series> series, Instant asOf) {
    Series halfYear =
        series.stream().filter(graph -> graph.name().equals(SERIES)).findFirst().orElse(null);
    if (halfYear == null) {
      return null;
    }
    LocalDate thisWeek = monday(asOf);
    double[] sums = new double[WEEKS];
    int[] counts = new int[WEEKS];
    for (int i = 0; i < halfYear.values().length; i++) {
      long ago = (thisWeek.toEpochDay() - monday(halfYear.at(i)).toEpochDay()) / 7;
      if (halfYear.isKnown(i) && ago >= 1 && ago <= WEEKS) {
        sums[WEEKS - (int) ago] += Math.clamp(halfYear.value(i), 0, 1);
        counts[WEEKS - (int) ago]++;
      }
    }
    List<Chart.Point> points = new ArrayList<>();
    for (int week = firstKnown(counts); week < WEEKS; week++) {
      LocalDate day = thisWeek.minusWeeks(WEEKS - week);
      BigDecimal percent =
          counts[week] == 0 ? null : Rounding.halfEven(sums[week] * 100 / counts[week], 0);
      points.add(
          new Chart.Point(new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant()), percent));
    }
    return points.isEmpty() ? null : new Chart("uptime-weeks", "%", 7, points);
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

  private static int firstKnown(int[] counts) {
    int first = 0;
    while (first < counts.length && counts[first] == 0) {
      first++;
    }
    return first;
  }

  /// The Monday of the week a moment is in.
  static LocalDate monday(Instant at) {
    return at.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
