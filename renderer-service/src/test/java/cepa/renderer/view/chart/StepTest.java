package cepa.renderer.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  private static final Instant AS_OF = Instant.parse("2026-01-15T12:00:00Z");

  /// Values every ten days, each ten larger than the one before.
  private static Series tenDays(String first, int length) {
    short[] values = new short[length];
    for (int i = 0; i < length; i++) {
      values[i] = (short) (i * 10);
    }
    return new Series(
        "read_history/5_years", Instant.parse(first), Duration.ofDays(10), 100_000, values);
  }

  @Test
  void months_areWhole_withoutTheOneThatGoesOn() {
    List<Step.Mean> months = Step.MONTH.means(tenDays("2025-11-05T00:00:00Z", 8), AS_OF);
    assertThat(months.stream().map(Step.Mean::from))
        .containsExactly(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 12, 1));
    assertThat(months.getFirst().value()).isEqualTo(1_000_000);
    assertThat(months.getLast().value()).isEqualTo(4_000_000);
  }

  @Test
  void gap_isUnknown_andWhatIsBeforeTheFirstValueIsLeftOut() {
    Series series = tenDays("2025-09-05T00:00:00Z", 12);
    Arrays.fill(series.values(), 3, 6, Series.UNKNOWN);
    List<Step.Mean> months = Step.MONTH.means(series, AS_OF);
    assertThat(months.getFirst().from()).isEqualTo(LocalDate.of(2025, 9, 1));
    assertThat(months.get(1).value()).isNull();
    assertThat(months).hasSize(4);
  }

  @Test
  void moreThanIsTold_isLeftOut() {
    assertThat(Step.MONTH.means(tenDays("2019-01-01T00:00:00Z", 300), AS_OF))
        .hasSizeLessThanOrEqualTo(Step.MONTH.most());
  }

  @Test
  void traffic_isInTheUnitOfItsLargest_onAnAxisFromZero() {
    Chart chart =
        TrafficChart.of(
            List.of(tenDays("2025-11-05T00:00:00Z", 8)),
            "read_history",
            Step.MONTH,
            "read-months",
            AS_OF,
            BandwidthUnit.BITS);
    assertThat(chart).isNotNull();
    assertThat(chart.unit()).isEqualTo("Mbit/s");
    assertThat(chart.points().stream().map(Chart.Point::value))
        .containsExactly(new BigDecimal("8.0"), new BigDecimal("32.0"));
    Drawing drawing = Drawing.lineFromZero(EnglishDays.NAMES, chart);
    assertThat(drawing).isNotNull();
    assertThat(drawing.values().getLast().label()).isEqualTo("0");
    assertThat(drawing.zoomed()).isFalse();
  }

  @Test
  void historyOfAnotherDirection_isNone() {
    assertThat(
            TrafficChart.of(
                List.of(tenDays("2025-11-05T00:00:00Z", 8)),
                "write_history",
                Step.MONTH,
                "written-months",
                AS_OF,
                BandwidthUnit.BITS))
        .isNull();
  }
}
