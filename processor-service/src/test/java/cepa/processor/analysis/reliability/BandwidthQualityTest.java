package cepa.processor.analysis.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.reliability.OperatorReliability.Bandwidth;
import cepa.model.reliability.OperatorReliability.Stability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthQualityTest {

  @ParameterizedTest
  @CsvSource({
    "0, GREAT",
    "0.2, GREAT",
    "0.249, GREAT",
    "0.25, GOOD",
    "0.5, VARIABLE",
    "0.8036818046767038, VARIABLE",
    "0.9, VARIABLE",
    "1, EXTREME"
  })
  void variation_isAClass(double variation, Stability stability) {
    assertThat(Stability.of(variation)).isEqualTo(stability);
  }

  @Test
  void mean_isAPartOfThePeak() {
    assertThat(bandwidth(110_000.0, 200_000.0).utilization()).isCloseTo(0.55, within(1e-12));
  }

  @Test
  void withoutAPeak_thatPartIsUnknown() {
    assertThat(bandwidth(110_000.0, null).utilization()).isNull();
    assertThat(bandwidth(0.0, 0.0).utilization()).isNull();
    assertThat(bandwidth(null, 7.0).utilization()).isNull();
  }

  private static Bandwidth bandwidth(@Nullable Double total, @Nullable Double peak) {
    return new Bandwidth(null, null, 0, total, 0, null, null, null, peak);
  }
}
