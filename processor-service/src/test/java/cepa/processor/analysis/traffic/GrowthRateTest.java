package cepa.processor.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.reliability.OperatorReliability.Growth;
import cepa.model.reliability.OperatorReliability.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthRateTest {

  private static final Instant FIRST = Instant.parse("2024-05-01T12:00:00Z");

  @Test
  void newestThirdIsComparedWithTheOldest() {
    Growth growth = Objects.requireNonNull(growth(thirds(100, 110, 120)));
    assertThat(growth.rate()).isCloseTo(0.2, within(1e-12));
    assertThat(growth.trend()).isEqualTo(Trend.GROWTH);
    assertThat(growth.older()).isEqualTo(100);
    assertThat(growth.recent()).isEqualTo(120);
    assertThat(growth.olderFrom()).isEqualTo(FIRST);
    assertThat(growth.olderTo()).isEqualTo(Instant.parse("2024-05-20T12:00:00Z"));
    assertThat(growth.recentFrom()).isEqualTo(Instant.parse("2024-06-10T12:00:00Z"));
    assertThat(growth.recentTo()).isEqualTo(Instant.parse("2024-06-29T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"104, STABLE", "106, GROWTH", "96, STABLE", "94, DECLINE"})
  void fivePercentMakeATrend(double recent, Trend trend) {
    assertThat(Objects.requireNonNull(growth(thirds(100, 1, recent))).trend()).isEqualTo(trend);
  }

  @Test
  void fewerThanSixtyTotals_sayNothing() {
    assertThat(growth(Arrays.copyOf(thirds(100, 110, 120), 59))).isNull();
  }

  @Test
  void fromNothing_thereIsNoRate() {
    assertThat(growth(thirds(0, 0, 5))).isNull();
  }

  @Test
  void rate_doesNotDependOnTheUnit_andIsNeverLessThanAll() {
    var random = new Random(31);
    for (int round = 0; round < 200; round++) {
      double[] totals = random.doubles(60 + random.nextInt(200), 0, 1e9).toArray();
      double rate = Objects.requireNonNull(growth(totals)).rate();
      double[] bits = Arrays.stream(totals).map(total -> 8 * total).toArray();
      assertThat(rate).isGreaterThanOrEqualTo(-1);
      assertThat(Objects.requireNonNull(growth(bits)).rate()).isCloseTo(rate, within(1e-12));
      bits[bits.length - 1] *= 2;
      assertThat(Objects.requireNonNull(growth(bits)).rate()).isGreaterThanOrEqualTo(rate - 1e-12);
    }
  }

  private static @Nullable Growth growth(double[] totals) {
    return GrowthRate.of(
        totals,
        IntStream.range(0, totals.length)
            .mapToObj(i -> FIRST.plus(Duration.ofDays(i)))
            .toArray(Instant[]::new));
  }

  private static double[] thirds(double first, double second, double last) {
    double[] totals = new double[60];
    Arrays.fill(totals, 0, 20, first);
    Arrays.fill(totals, 20, 40, second);
    Arrays.fill(totals, 40, 60, last);
    return totals;
  }
}
