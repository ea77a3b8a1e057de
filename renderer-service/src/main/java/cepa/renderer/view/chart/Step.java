package cepa.renderer.view.chart;

import cepa.model.Series;
import cepa.renderer.view.Moment;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole weeks, Monday to Sunday, or whole months, UTC. Those that are over do not change any more,
/// so neither does what is drawn of them until the next one is over.
public enum Step {
  WEEK(7, 24, "6_months", ChronoUnit.WEEKS),
  MONTH(30, 58, "5_years", ChronoUnit.MONTHS);

  private final int days;
  private final int most;
  private final String period;
  private final ChronoUnit unit;

  /// @param most steps that are told: what the source's moving window may cut is left out
  Step(int days, int most, String period, ChronoUnit unit) {
    this.days = days;
    this.most = most;
    this.period = period;
    this.unit = unit;
  }

  /// Days that a point stands for, as [Chart] has them.
  public int days() {
    return days;
  }

  /// Steps that are told at most.
  public int most() {
    return most;
  }

  /// The part of a graph's name that says how far back it goes.
  public String period() {
    return period;
  }

  /// @param from when it begins
  /// @param value null where nothing is known
  public record Mean(LocalDate from, @Nullable Double value) {
    public Moment at() {
      return new Moment(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /// Means of a graph, oldest first, beginning with the first that is known.
  ///
  /// @param asOf the step it is in is left out
  /// @return empty if none is known
  public List<Mean> means(Series series, Instant asOf) {
    LocalDate now = start(asOf);
    double[] sums = new double[most];
    int[] counts = new int[most];
    for (int i = 0; i < series.values().length; i++) {
      long ago = unit.between(start(series.at(i)), now);
      if (series.isKnown(i) && ago >= 1 && ago <= most) {
        sums[most - (int) ago] += series.value(i);
        counts[most - (int) ago]++;
      }
    }
    List<Mean> means = new ArrayList<>();
    for (int step = 0; step < most; step++) {
      if (counts[step] > 0 || !means.isEmpty()) {
        Double mean = counts[step] == 0 ? null : Double.valueOf(sums[step] / counts[step]);
        means.add(new Mean(now.minus(most - step, unit), mean));
      }
    }
    return means;
  }

  private LocalDate start(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return this == WEEK
        ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        : day.withDayOfMonth(1);
  }
}
