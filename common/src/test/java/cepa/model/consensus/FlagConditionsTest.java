package cepa.model.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagConditionsTest {

  private static final List<String> ALL = List.of("Fast", "Stable", "V2Dir");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # wfu, time known, bytes/s, guard
          0.98,  691200, 2097000,  YES
          0.979, 691200, 2097000,  NO
          0.98,  691199, 2097000,  NO
          0.98,  691200, 2096999,  NO
          ,      691200, 2097000,  UNKNOWN
          0.98,  ,       2097000,  UNKNOWN
          0.98,  691200, ,         UNKNOWN
          ,      691199, 2097000,  NO
          """)
  void guard_needsUptimeTimeAndBandwidth(
      @Nullable Double wfu, @Nullable Long known, @Nullable Long bandwidth, Eligibility expected) {
    var conditions = new FlagConditions(ALL, wfu, known, null, bandwidth, null);
    assertThat(conditions.judge(FlagThresholds.NONE)).containsEntry(JudgedFlag.GUARD, expected);
  }

  @Test
  void guardWithoutItsPrerequisites_isNotEligible() {
    for (String lacking : ALL) {
      List<String> flags = ALL.stream().filter(flag -> !flag.equals(lacking)).toList();
      var conditions = new FlagConditions(flags, 1.0, 9_999_999L, null, 9_999_999L, null);
      assertThat(conditions.judge(FlagThresholds.NONE))
          .containsEntry(JudgedFlag.GUARD, Eligibility.NO)
          .containsEntry(JudgedFlag.HSDIR, Eligibility.NO);
    }
  }

  /// D-C5: a missing value satisfies nothing, and the smaller of the two counts.
  @ParameterizedTest
  @CsvSource({
    ",        ,        2000000, NO",
    "1500000, ,        1500000, YES",
    ",        1500000, 1499999, NO",
    "9000000, 1000000, 1000000, YES",
    "9000000, 8000000, 2097000, YES",
    "0,       ,        0,       YES"
  })
  void topQuarter_isTheSmallerOfThosePublished(
      @Nullable Long with, @Nullable Long without, long bandwidth, Eligibility expected) {
    var thresholds =
        new FlagThresholds(null, null, with, without, null, null, null, null, null, null, null);
    var conditions = new FlagConditions(ALL, 1.0, 9_999_999L, null, bandwidth, null);
    assertThat(conditions.judge(thresholds)).containsEntry(JudgedFlag.GUARD, expected);
  }

  /// D-C6: what decides is never one or the other, and the guarantee lowers the median.
  @ParameterizedTest
  @CsvSource({
    "true,  4000000, 1300000, 432000,  0,       YES",
    "true,  4000000, 1300000, 431999,  9999999, NO",
    "true,  100000,  1300000, 100000,  0,       YES",
    "true,  ,        ,        432000,  0,       YES",
    "true,  4000000, 1300000, ,        9999999, UNKNOWN",
    "false, 4000000, 1300000, 9999999, 1299999, NO",
    "false, 4000000, 1300000, 0,       1300000, YES",
    "false, 4000000, 9999999, 0,       2592000, YES",
    "false, 4000000, 1300000, 9999999, ,        UNKNOWN",
    ",      4000000, 1300000, 9999999, 9999999, UNKNOWN"
  })
  void stable_isDecidedByFailuresWhereTheAuthorityHasData(
      @Nullable Boolean enough,
      @Nullable Long medianMtbf,
      @Nullable Long medianUptime,
      @Nullable Long mtbf,
      @Nullable Long uptime,
      Eligibility expected) {
    var thresholds =
        new FlagThresholds(
            null, null, null, null, null, medianUptime, medianMtbf, enough, null, null, null);
    var conditions = new FlagConditions(List.of(), null, null, mtbf, null, uptime);
    assertThat(conditions.judge(thresholds)).containsEntry(JudgedFlag.STABLE, expected);
  }

  /// D-C3 and D-C8: bytes/s on both sides, and whole kilobytes of 1,000.
  @ParameterizedTest
  @CsvSource({
    ",      102000, YES",
    ",      101999, NO",
    "50000, 50000,  YES",
    "50000, 49999,  NO",
    "500000, 102000, YES"
  })
  void fast_needsTheThresholdOrTheGuarantee(
      @Nullable Long speed, long bandwidth, Eligibility expected) {
    var thresholds =
        new FlagThresholds(null, null, null, null, speed, null, null, null, null, null, null);
    var conditions = new FlagConditions(List.of(), null, null, null, bandwidth, null);
    assertThat(conditions.judge(thresholds)).containsEntry(JudgedFlag.FAST, expected);
  }

  @Test
  void flagsGivenByHand_areEligibleWhereGiven() {
    var conditions = new FlagConditions(List.of("Exit"), null, null, null, null, null);
    assertThat(conditions.judge(FlagThresholds.NONE))
        .containsEntry(JudgedFlag.EXIT, Eligibility.YES)
        .containsEntry(JudgedFlag.BAD_EXIT, Eligibility.NO)
        .containsEntry(JudgedFlag.FAST, Eligibility.UNKNOWN);
  }
}
