package cepa.processor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.statistics.Percentiles;
import cepa.model.statistics.PeriodStatistics;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of all values, tried on many: small and large, equal and skewed.
class StatisticsPropertiesTest {

  static Stream<double[]> samples() {
    var random = new Random(20_260_115);
    return Stream.generate(() -> sample(random)).limit(200);
  }

  private static double[] sample(Random random) {
    double scale = Math.pow(10, random.nextInt(12) - 3);
    double[] values = new double[1 + random.nextInt(60)];
    boolean equal = random.nextInt(8) == 0;
    double one = random.nextDouble() * scale;
    for (int i = 0; i < values.length; i++) {
      values[i] = equal ? one : random.nextDouble() * scale * (random.nextInt(10) == 0 ? 50 : 1);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void percentiles_growWithTheShare_andLieWithinTheValues(double[] values) {
    double[] sorted = Statistics.sorted(values);
    double last = sorted[0];
    for (double percent = 0; percent <= 100; percent += 2.5) {
      double next = Statistics.percentile(sorted, percent);
      assertThat(next).isBetween(last, sorted[sorted.length - 1]);
      last = next;
    }
    assertThat(last).isEqualTo(sorted[sorted.length - 1]);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rank_grows_andIsTheShareBelow(double[] values) {
    double[] sorted = Statistics.sorted(values);
    int last = 0;
    for (double value : sorted) {
      int rank = Statistics.rank(sorted, value);
      long below = Arrays.stream(sorted).filter(v -> v < value).count();
      assertThat(rank).isBetween(last, 99);
      assertThat((double) rank)
          .isEqualTo(Math.clamp(100.0 * below / sorted.length, 1.0, 99.0), within(0.5));
      last = rank;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mean_liesWithinTheValues_andDeviationDoesNotDependOnAnOffset(double[] values) {
    double[] sorted = Statistics.sorted(values);
    double mean = Objects.requireNonNull(Statistics.mean(values));
    double deviation = Objects.requireNonNull(Statistics.sampleDeviation(values));
    double[] moved = Arrays.stream(values).map(v -> v + sorted[sorted.length - 1]).toArray();
    assertThat(mean).isBetween(sorted[0], sorted[sorted.length - 1]);
    assertThat(Objects.requireNonNull(Statistics.sampleDeviation(moved)))
        .isEqualTo(deviation, within(1e-9 * sorted[sorted.length - 1]));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void bounds_embraceTheMean(double[] values) {
    PeriodStatistics spread = Statistics.spread(values, Double.POSITIVE_INFINITY);
    if (values.length < 3) {
      assertThat(spread).isNull();
    } else {
      assertThat(Objects.requireNonNull(spread).low()).isBetween(0.0, spread.mean());
      assertThat(spread.high()).isGreaterThanOrEqualTo(spread.mean());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void outliers_areFew_andBeyondTwoDeviations(double[] values) {
    Outliers outliers = Outliers.of(values);
    int count = outliers.low().size() + outliers.high().size();
    // Chebyshev for a sample: fewer than n / 4 values lie beyond two deviations.
    assertThat(count).isLessThanOrEqualTo(values.length / 4);
    assertThat(Stream.concat(outliers.low().stream(), outliers.high().stream()))
        .allSatisfy(outlier -> assertThat(outlier.deviation()).isGreaterThan(1.999999));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gini_isScaleFree_andBetweenZeroAndOne(double[] values) {
    double gini = Statistics.gini(values);
    assertThat(gini).isBetween(-1e-12, 1.0);
    assertThat(Statistics.gini(Arrays.stream(values).map(v -> 8 * v).toArray()))
        .isEqualTo(gini, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hhiOfShares_isBetweenEqualSharesAndOne(double[] values) {
    double sum = Arrays.stream(values).sum();
    double hhi = Statistics.hhi(Arrays.stream(values).map(v -> v / sum).toArray());
    assertThat(hhi).isBetween(1.0 / values.length - 1e-12, 1 + 1e-12);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void orderOfTheValues_doesNotMatter(double[] values) {
    double[] shuffled = shuffled(values);
    double rounding = 1e-12 * Statistics.sorted(values)[values.length - 1];
    assertThat(Statistics.mean(shuffled))
        .isCloseTo(Objects.requireNonNull(Statistics.mean(values)), within(rounding));
    assertThat(Statistics.sampleDeviation(shuffled))
        .isCloseTo(Objects.requireNonNull(Statistics.sampleDeviation(values)), within(rounding));
    assertThat(Statistics.median(shuffled)).isEqualTo(Statistics.median(values));
    assertThat(Statistics.gini(shuffled)).isCloseTo(Statistics.gini(values), within(1e-12));
    assertThat(Outliers.of(shuffled).high())
        .extracting(Outliers.Outlier::value)
        .containsExactlyInAnyOrderElementsOf(
            Outliers.of(values).high().stream().map(Outliers.Outlier::value).toList());
    Percentiles percentiles = Statistics.percentiles(values);
    Percentiles others = Statistics.percentiles(shuffled);
    if (percentiles == null || others == null) {
      assertThat(others).isEqualTo(percentiles);
    } else {
      assertThat(bounds(others)).containsExactly(bounds(percentiles));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void largerValue_makesNoFigureOfTheMiddleSmaller(double[] values) {
    double[] larger = values.clone();
    larger[values.length / 2] *= 3;
    assertThat(Objects.requireNonNull(Statistics.mean(larger)))
        .isGreaterThanOrEqualTo(Objects.requireNonNull(Statistics.mean(values)));
    double[] before = Statistics.sorted(values);
    double[] after = Statistics.sorted(larger);
    for (double percent = 0; percent <= 100; percent += 2.5) {
      assertThat(Statistics.percentile(after, percent))
          .isGreaterThanOrEqualTo(Statistics.percentile(before, percent));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void band_growsWithTheValue(double[] values) {
    Percentiles percentiles = Statistics.percentiles(values);
    if (percentiles == null) {
      assertThat(values).hasSizeLessThan(Statistics.LEAST_FOR_PERCENTILES);
      return;
    }
    Percentiles.Band last = Percentiles.Band.BELOW_5;
    for (double value : Statistics.sorted(values)) {
      Percentiles.Band band = percentiles.band(value);
      assertThat(band).isGreaterThanOrEqualTo(last);
      last = band;
    }
    assertThat(last).isEqualTo(Percentiles.Band.FROM_99);
    assertThat(bounds(percentiles)).isSorted();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void takingFromTheRichest_makesGiniSmaller(double[] values) {
    double[] sorted = Statistics.sorted(values);
    double gift = (sorted[sorted.length - 1] - sorted[0]) / 4;
    double[] given = sorted.clone();
    given[0] += gift;
    given[given.length - 1] -= gift;
    assertThat(Statistics.gini(given)).isLessThanOrEqualTo(Statistics.gini(sorted) + 1e-12);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void joiningShares_makesHhiGreater(double[] values) {
    double[] joined = Arrays.copyOf(values, values.length);
    joined[0] = values[0] + values[values.length - 1];
    joined[values.length - 1] = values.length == 1 ? joined[0] : 0;
    assertThat(Statistics.hhi(joined)).isGreaterThanOrEqualTo(Statistics.hhi(values));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void variation_doesNotDependOnTheUnit(double[] values) {
    Double variation = Statistics.variation(values);
    Double inBits = Statistics.variation(Arrays.stream(values).map(v -> 8 * v).toArray());
    if (variation == null || inBits == null) {
      assertThat(inBits).isEqualTo(variation);
    } else {
      assertThat(variation).isNotNegative();
      assertThat(inBits).isCloseTo(variation, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void zScore_growsWithTheValue_andIsZeroAtTheMean(double[] values) {
    double mean = Objects.requireNonNull(Statistics.mean(values));
    double deviation = Objects.requireNonNull(Statistics.sampleDeviation(values));
    if (deviation == 0) {
      assertThat(Statistics.zScore(values[0], mean, deviation)).isNull();
      return;
    }
    assertThat(Statistics.zScore(mean, mean, deviation)).isZero();
    double last = Double.NEGATIVE_INFINITY;
    for (double value : Statistics.sorted(values)) {
      double score = Objects.requireNonNull(Statistics.zScore(value, mean, deviation));
      assertThat(score).isGreaterThanOrEqualTo(last);
      last = score;
    }
    // No value of n is further away than that.
    assertThat(last).isLessThanOrEqualTo((values.length - 1) / Math.sqrt(values.length) + 1e-9);
  }

  private static double[] shuffled(double[] values) {
    double[] shuffled = values.clone();
    var random = new Random(values.length);
    for (int i = shuffled.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double moved = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = moved;
    }
    return shuffled;
  }

  /// Ascending, if they are right.
  private static double[] bounds(Percentiles percentiles) {
    return new double[] {
      percentiles.p5(),
      percentiles.p25(),
      percentiles.median(),
      percentiles.p75(),
      percentiles.p90(),
      percentiles.p95(),
      percentiles.p99()
    };
  }

  @ParameterizedTest
  @MethodSource("samples")
  void arguments_areNeverChanged(double[] values) {
    double[] before = values.clone();
    Statistics.median(values);
    Statistics.percentiles(values);
    Statistics.spread(values, 1);
    Statistics.gini(values);
    Outliers.of(values);
    assertThat(values).containsExactly(before);
  }
}
