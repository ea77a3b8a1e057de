package cepa.renderer.pages.relay;

import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Moment;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.chart.Chart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a relay carried in each whole week of the last half year. Weeks that are over stay as they
/// are, like those of [UptimeWeeks].
final class TrafficWeeks {

  private static final int DECIMALS = 1;

  private TrafficWeeks() {}

  /// @param direction `read_history` or `write_history`
  /// @param id of the chart
  /// @param asOf the moment the page speaks of: the week it is in is left out
  /// @return null if nothing is known of any of the weeks
  static @Nullable Chart of(
      List<Series> series, String direction, String id, Instant asOf, BandwidthUnit mode) {
    Series halfYear =
        series.stream()
            .filter(graph -> graph.name().equals(direction + "/6_months"))
            .findFirst()
            .orElse(null);
    if (halfYear == null) {
      return null;
    }
    LocalDate thisWeek = UptimeWeeks.monday(asOf);
    @Nullable Double[] means = means(halfYear, thisWeek);
    int first = 0;
    while (first < means.length && means[first] == null) {
      first++;
    }
    if (first == means.length) {
      return null;
    }
    RateUnit unit = unit(means, mode);
    List<Chart.Point> points = new ArrayList<>();
    for (int week = first; week < means.length; week++) {
      LocalDate day = thisWeek.minusWeeks(means.length - week);
      Double mean = means[week];
      BigDecimal amount =
          mean == null ? null : Rounding.halfEven(Math.max(0, mean) / unit.bytes(), DECIMALS);
      points.add(new Chart.Point(new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant()), amount));
    }
    return new Chart(id, unit.symbol(), 7, points);
  }

  /// Mean bytes per second of each week, oldest first; null where nothing is known.
  private static @Nullable Double[] means(Series series, LocalDate thisWeek) {
    double[] sums = new double[UptimeWeeks.WEEKS];
    int[] counts = new int[UptimeWeeks.WEEKS];
    for (int i = 0; i < series.values().length; i++) {
      long ago = (thisWeek.toEpochDay() - UptimeWeeks.monday(series.at(i)).toEpochDay()) / 7;
      if (series.isKnown(i) && ago >= 1 && ago <= UptimeWeeks.WEEKS) {
        sums[UptimeWeeks.WEEKS - (int) ago] += series.value(i);
        counts[UptimeWeeks.WEEKS - (int) ago]++;
      }
    }
    @Nullable Double[] means = new @Nullable Double[UptimeWeeks.WEEKS];
    Arrays.setAll(means, week -> counts[week] == 0 ? null : sums[week] / counts[week]);
    return means;
  }

  private static RateUnit unit(@Nullable Double[] means, BandwidthUnit mode) {
    double most = 0;
    for (Double mean : means) {
      most = mean == null ? most : Math.max(most, mean);
    }
    return RateUnit.of((long) most, mode);
  }
}
