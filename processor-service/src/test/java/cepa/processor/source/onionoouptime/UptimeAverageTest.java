package cepa.processor.source.onionoouptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UptimeAverageTest {

  private static final double FULL = 1.0 / 999;

  @Test
  void alwaysUp_isOne() {
    assertThat(UptimeAverage.of(graph(FULL, 30, 999))).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void valuesAreRelativeToTheGraphsOwnMaximum() {
    // Up half of every interval: all values are 999, the factor says what they are worth.
    assertThat(UptimeAverage.of(graph(0.5 / 999, 60, 999))).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void fewerThanThirtyValues_sayNothing() {
    assertThat(UptimeAverage.of(graph(FULL, 29, 999))).isNull();
    assertThat(UptimeAverage.of(graph(FULL, 30, 999))).isNotNull();
  }

  @Test
  void unknownValues_doNotCount() {
    Series graph = graph(FULL, 59, 999);
    Arrays.fill(graph.values(), 0, 30, Series.UNKNOWN);
    assertThat(UptimeAverage.of(graph)).isNull();
    graph.values()[0] = 0;
    assertThat(UptimeAverage.of(graph)).isCloseTo(29.0 / 30, within(1e-12));
  }

  @Test
  void neverUp_isZero_notUnknown() {
    assertThat(UptimeAverage.of(graph(FULL, 30, 0))).isZero();
  }

  @Test
  void factorThatIsTooLarge_neverMakesMoreThanOne() {
    assertThat(UptimeAverage.of(graph(7, 30, 999))).isEqualTo(1.0);
  }

  private static Series graph(double factor, int count, int value) {
    short[] values = new short[count];
    Arrays.fill(values, (short) value);
    return new Series(
        "uptime/1_month",
        Instant.parse("2026-01-01T02:00:00Z"),
        Duration.ofHours(4),
        factor,
        values);
  }
}
