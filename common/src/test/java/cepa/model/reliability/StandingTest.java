package cepa.model.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.statistics.PeriodStatistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final PeriodStatistics NETWORK =
      new PeriodStatistics(0.8, 0.82, 0.07, 0.66, 0.94, 100);

  @ParameterizedTest
  @CsvSource({
    "0.005, LOW",
    "0.01, LOW",
    "0.66, LOW",
    "0.67, BELOW_MEAN",
    "0.8, NORMAL",
    "0.94, NORMAL",
    "0.95, HIGH",
    "0.99, EXCELLENT"
  })
  void flagAmongOthers(double share, Standing expected) {
    assertThat(Standing.ofFlag(share, NETWORK)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.01, LOW", "0.5, NORMAL", "0.99, EXCELLENT"})
  void flagByItself(double share, Standing expected) {
    assertThat(Standing.ofFlag(share, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.005, ",
    "0.65, LOW",
    "0.66, BELOW_MEAN",
    "0.8, NORMAL",
    "0.95, HIGH",
    "0.9998, HIGH",
    "0.9999, EXCELLENT",
    "1, EXCELLENT"
  })
  void uptimeAmongOthers(double share, @Nullable Standing expected) {
    assertThat(Standing.ofUptime(share, NETWORK)).isEqualTo(expected);
  }

  @Test
  void uptimeWithNothingToCompareWith_hasNoStanding() {
    assertThat(Standing.ofUptime(1, null)).isNull();
  }
}
