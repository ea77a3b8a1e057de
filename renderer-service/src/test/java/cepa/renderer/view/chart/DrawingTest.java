package cepa.renderer.view.chart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.view.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private static Chart chart(int days, LocalDate first, @Nullable Integer... values) {
    List<Chart.Point> points = new ArrayList<>();
    for (@Nullable Integer value : Arrays.asList(values)) {
      BigDecimal figure = value == null ? null : BigDecimal.valueOf(value);
      LocalDate day = first.plusDays((long) points.size() * days);
      points.add(new Chart.Point(new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant()), figure));
    }
    return new Chart("c", "", days, points);
  }

  @Test
  void line_goesThroughAllPoints() {
    Drawing drawing =
        requireNonNull(
            Drawing.line(EnglishDays.NAMES, chart(1, LocalDate.of(2026, 3, 5), 0, 50, 100)));
    assertThat(drawing.line()).isEqualTo("M0 100.0L500 50.0L1000 0.0");
    assertThat(drawing.dot()).isEmpty();
  }

  @Test
  void onePoint_isADotInTheMiddle() {
    Drawing drawing =
        requireNonNull(Drawing.line(EnglishDays.NAMES, chart(1, LocalDate.of(2026, 3, 5), 40)));
    assertThat(drawing.line()).isEmpty();
    assertThat(drawing.dot()).startsWith("M500 ").endsWith("h0");
    assertThat(drawing.times()).singleElement().extracting("label").isEqualTo("5 Mar");
  }

  @Test
  void unknownPoint_breaksTheLine() {
    Drawing drawing =
        requireNonNull(
            Drawing.line(EnglishDays.NAMES, chart(1, LocalDate.of(2026, 3, 5), 0, 100, null, 100)));
    assertThat(drawing.line()).isEqualTo("M0 100.0L333 0.0");
    assertThat(drawing.dot()).isEqualTo("M1000 0.0h0");
  }

  @Test
  void nothingKnown_isNoDrawing() {
    assertThat(Drawing.line(EnglishDays.NAMES, chart(1, LocalDate.of(2026, 3, 5), null, null)))
        .isNull();
    assertThat(Drawing.bars(EnglishDays.NAMES, chart(7, LocalDate.of(2026, 3, 2), null, null)))
        .isNull();
  }

  @Test
  void bars_showWhatIsThereWhatIsLostAndWhatIsUnknown() {
    Drawing drawing =
        requireNonNull(
            Drawing.bars(EnglishDays.NAMES, chart(7, LocalDate.of(2026, 3, 2), 100, 80, null)));
    assertThat(drawing.line()).isEqualTo("M2 100V0H331V100ZM335 100V20H664V100Z");
    assertThat(drawing.lost()).isEqualTo("M335 0H664V20H335Z");
    assertThat(drawing.gaps()).isEqualTo("M668 0H998V100H668Z");
  }

  @Test
  void months_areMarkedAtTheirFirstDay() {
    Integer[] values = new Integer[90];
    Arrays.fill(values, 3);
    Drawing drawing =
        requireNonNull(
            Drawing.line(EnglishDays.NAMES, chart(1, LocalDate.of(2025, 11, 15), values)));
    assertThat(drawing.times()).extracting("label").containsExactly("Dec", "2026", "Feb");
  }
}
