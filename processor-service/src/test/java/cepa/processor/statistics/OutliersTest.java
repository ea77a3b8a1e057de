package cepa.processor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutliersTest {

  @Test
  void oneLowValueOfSeven() {
    double[] values = {95, 96, 94, 97, 95.5, 30, 99.9};
    Outliers outliers = Outliers.of(values);
    assertThat(Statistics.mean(values)).isCloseTo(86.77142857142857, within(1e-12));
    assertThat(Statistics.sampleDeviation(values)).isCloseTo(25.104097559675676, within(1e-12));
    assertThat(outliers.high()).isEmpty();
    assertThat(outliers.low())
        .singleElement()
        .satisfies(outlier -> {
          assertThat(outlier.index()).isEqualTo(5);
          assertThat(outlier.value()).isEqualTo(30);
          assertThat(outlier.deviation()).isEqualTo(2.261440724426583, within(1e-12));
        });
  }

  @Test
  void fiveValues_neverHaveAnOutlier_sixDo() {
    assertThat(Outliers.of(99, 99, 99, 99, 0).low()).isEmpty();
    assertThat(Outliers.of(99, 99, 99, 99, 99, 0).low())
        .singleElement()
        .satisfies(
            outlier -> assertThat(outlier.deviation()).isEqualTo(2.041241452319315, within(1e-12)));
  }

  @Test
  void highValue_isTold() {
    assertThat(Outliers.of(1, 1, 1, 1, 1, 1, 100).high()).extracting("index").containsExactly(6);
  }

  @Test
  void equalValues_haveNone() {
    Outliers outliers = Outliers.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    assertThat(outliers.low()).isEmpty();
    assertThat(outliers.high()).isEmpty();
  }
}
