package cepa.renderer.pages.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Series;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UptimeWeeksTest {

  /// A Monday.
  private static final Instant MONDAY = Instant.parse("2026-01-12T00:00:00Z");

  private static Series series(Instant first, int count) {
    short[] values = new short[count];
    Arrays.fill(values, (short) 999);
    return new Series("uptime/6_months", first, Duration.ofHours(12), 1 / 999.0, values);
  }

  @Test
  void pageStaysTheSame_fromMondayToMonday() {
    Instant start = MONDAY.minus(Duration.ofDays(182));
    Chart monday = UptimeWeeks.of(List.of(series(start, 364)), MONDAY);
    Chart friday =
        UptimeWeeks.of(
            List.of(series(start.plus(Duration.ofDays(4)), 364)), MONDAY.plus(Duration.ofDays(4)));
    Chart sunday =
        UptimeWeeks.of(
            List.of(series(start.plus(Duration.ofDays(6)), 364)),
            MONDAY.plus(Duration.ofDays(7)).minusSeconds(1));

    assertThat(monday).isNotNull().isEqualTo(friday).isEqualTo(sunday);
    assertThat(requireNonNull(monday).points()).hasSize(Step.WEEK.most());
    assertThat(monday.points().getLast().at().day().date()).isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void youngRelay_beginsWithItsFirstKnownWeek() {
    Chart chart =
        requireNonNull(
            UptimeWeeks.of(List.of(series(MONDAY.minus(Duration.ofDays(10)), 20)), MONDAY));
    assertThat(chart.points()).hasSize(2);
  }

  @Test
  void gap_isUnknownAndNotZero() {
    Series series = SampleNetworks.uptime(1, 0, MONDAY);
    Chart chart = requireNonNull(UptimeWeeks.of(List.of(series), MONDAY));
    assertThat(chart.points()).extracting(Chart.Point::value).containsNull();
    assertThat(UptimeWeeks.lowest(chart)).isNull();
  }

  @Test
  void factor_isHonoured() {
    Series whole = series(MONDAY.minus(Duration.ofDays(14)), 28);
    Series half =
        new Series(whole.name(), whole.first(), whole.interval(), 0.5 / 999, whole.values());
    Chart chart = requireNonNull(UptimeWeeks.of(List.of(half), MONDAY));
    assertThat(requireNonNull(UptimeWeeks.lowest(chart)).uptime().text()).isEqualTo("50 %");
    assertThat(requireNonNull(UptimeWeeks.lowest(chart)).from().text()).isEqualTo("2025-12-29");
  }

  @Test
  void withoutHistory_thereIsNoChart() {
    assertThat(UptimeWeeks.of(List.of(), MONDAY)).isNull();
    assertThat(UptimeWeeks.of(List.of(series(MONDAY, 4)), MONDAY.plusSeconds(60))).isNull();
  }
}
