package cepa.processor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Percentiles.Band;
import cepa.model.statistics.PeriodStatistics;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

  private static final double[] TENS =
      IntStream.rangeClosed(1, 10).mapToDouble(i -> 10 * i).toArray();

  @ParameterizedTest
  @CsvSource({
    "5, 14.5",
    "25, 32.5",
    "50, 55",
    "75, 77.5",
    "90, 91",
    "95, 95.5",
    "99, 99.1",
    "0, 10",
    "100, 100"
  })
  void percentilesOfTenToHundred(double percent, double expected) {
    assertThat(Statistics.percentile(TENS, percent)).isEqualTo(expected, within(1e-12));
  }

  @Test
  void percentileOfNothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(new double[0], 50));
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(TENS, 101));
  }

  @ParameterizedTest
  @CsvSource({"10, 35, 30", "10, 0, 0", "10, 5, 1", "10, 1000, 99", "8, 35, 38", "8, 15, 12"})
  void rankAmongTensUpToTenTimes(int n, double value, int expected) {
    assertThat(Statistics.rank(Arrays.copyOf(TENS, n), value)).isEqualTo(expected);
  }

  @Test
  void rankAmongNothing_isZero() {
    assertThat(Statistics.rank(new double[0], 5)).isZero();
  }

  @Test
  void spreadOfThree() {
    assertThat(Statistics.spread(new double[] {90, 95, 100}, Double.POSITIVE_INFINITY))
        .isEqualTo(new PeriodStatistics(95, 95, 5, 85, 105, 3));
  }

  @Test
  void upperBound_isNeverMoreThanThereCanBe() {
    PeriodStatistics spread =
        Objects.requireNonNull(Statistics.spread(new double[] {90, 95, 100}, 100));
    assertThat(spread.high()).isEqualTo(100);
  }

  @Test
  void spreadOfTwo_saysNothing() {
    assertThat(Statistics.spread(new double[] {90, 95}, 100)).isNull();
  }

  @Test
  void nothing_hasNoMean_oneValueHasNoDeviation() {
    assertThat(Statistics.mean()).isNull();
    assertThat(Statistics.median()).isNull();
    assertThat(Statistics.sampleDeviation()).isNull();
    assertThat(Statistics.sampleDeviation(7)).isZero();
  }

  @Test
  void medianOfAnEvenNumber_isBetween() {
    assertThat(Statistics.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThat(Statistics.median(9, 1, 2)).isEqualTo(2);
  }

  @Test
  void variationOfTens() {
    assertThat(Statistics.variation(TENS)).isEqualTo(30.276503540974918 / 55, within(1e-12));
    assertThat(Statistics.variation(5)).isNull();
    assertThat(Statistics.variation(0, 0)).isNull();
  }

  @Test
  void equalValues_haveNoDeviation_whateverTheirRoundingIs() {
    double[] values = new double[1001];
    Arrays.fill(values, 0.1);
    assertThat(Statistics.sampleDeviation(values)).isZero();
    assertThat(Statistics.variation(values)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"98, 1.5", "95.6, 0.3", "91, -2"})
  void zScoreAroundNinetyFive(double value, double expected) {
    assertThat(Statistics.zScore(value, 95, 2)).isEqualTo(expected, within(1e-9));
  }

  @Test
  void zScoreWithoutDeviation_isUnknown() {
    assertThat(Statistics.zScore(98, 95, 0)).isNull();
  }

  @Test
  void giniOfKnownDistributions() {
    assertThat(Statistics.gini(1, 2, 3, 4)).isEqualTo(0.25, within(1e-12));
    assertThat(Statistics.gini(10, 10, 10)).isZero();
    assertThat(Statistics.gini(1, 1, 1, 97)).isEqualTo(0.72, within(1e-12));
    assertThat(Statistics.gini(5)).isZero();
    assertThat(Statistics.gini(0, 0)).isZero();
  }

  @Test
  void hhiOfThreeShares() {
    assertThat(Statistics.hhi(0.56, 0.32, 0.12)).isEqualTo(0.4304, within(1e-12));
  }

  @Test
  void percentilesOfTwelveUptimes() {
    double[] values =
        IntStream.range(0, 12).mapToDouble(i -> (500 + 40 * i) * 100.0 / 999).toArray();
    Percentiles percentiles = Objects.requireNonNull(Statistics.percentiles(values));
    assertThat(percentiles.p5()).isEqualTo(52.252252252252255, within(1e-9));
    assertThat(percentiles.p25()).isEqualTo(61.06106106106106, within(1e-9));
    assertThat(percentiles.median()).isEqualTo(72.07207207207207, within(1e-9));
    assertThat(percentiles.mean()).isEqualTo(72.07207207207207, within(1e-9));
    assertThat(percentiles.p75()).isEqualTo(83.08308308308307, within(1e-9));
    assertThat(percentiles.p90()).isEqualTo(89.6896896896897, within(1e-9));
    assertThat(percentiles.p95()).isEqualTo(91.8918918918919, within(1e-9));
    assertThat(percentiles.p99()).isEqualTo(93.65365365365365, within(1e-9));
    assertThat(percentiles.count()).isEqualTo(12);
    assertThat(percentiles.band(99)).isEqualTo(Band.FROM_99);
    assertThat(percentiles.band(95)).isEqualTo(Band.FROM_99);
    assertThat(percentiles.band(80)).isEqualTo(Band.FROM_50);
    assertThat(percentiles.band(75)).isEqualTo(Band.FROM_50);
    assertThat(percentiles.band(60)).isEqualTo(Band.FROM_5);
    assertThat(percentiles.band(50)).isEqualTo(Band.BELOW_5);
    assertThat(percentiles.band(percentiles.p25())).isEqualTo(Band.FROM_25);
    assertThat(percentiles.band(percentiles.p75())).isEqualTo(Band.FROM_75);
    assertThat(percentiles.band(percentiles.p90())).isEqualTo(Band.FROM_90);
    assertThat(percentiles.band(percentiles.p95())).isEqualTo(Band.FROM_95);
  }

  @Test
  void nineValues_haveNoPercentiles() {
    assertThat(Statistics.percentiles(Arrays.copyOf(TENS, 9))).isNull();
  }
}
