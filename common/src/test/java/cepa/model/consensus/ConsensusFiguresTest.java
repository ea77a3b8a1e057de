package cepa.model.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Relay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small figures with small rules.
class ConsensusFiguresTest {

  /// D-C9, A-24: element floor((n-1)/2), and nothing below the quorum.
  @ParameterizedTest
  @CsvSource({
    "'1,0,1,0',  9, 0",
    "'1,2,3',    9, 2",
    "'1,1,0,2',  9, 1",
    "'5,5',      9, ",
    "'5,5',      3, 5",
    "'5',        1, 5",
    "'-7,0,3,9', 9, 0"
  })
  void parameter_isTheLowMedianOfEnoughVotes(
      String votes, int authorities, @Nullable Integer expected) {
    Map<String, Integer> values = new TreeMap<>();
    for (String vote : votes.split(",", -1)) {
      values.put("authority" + values.size(), Integer.valueOf(vote));
    }
    assertThat(ParameterVotes.of("p", values, authorities, null).decided()).isEqualTo(expected);
  }

  @Test
  void valueOfAMajority_isPrimary() {
    assertThat(ValueStatistics.of(List.of(3, 1, 3, 3, 9, 3, 3), 5, 3.0))
        .isEqualTo(new ValueStatistics(3, true, 5, 7, 1, 3, 9, 6));
  }

  @Test
  void withoutAMajority_theMedianIsPrimary_howeverFewHaveIt() {
    assertThat(ValueStatistics.of(List.of(1, 2, 4, 8), 5, null))
        .isEqualTo(new ValueStatistics(3, false, 0, 4, 1, 3, 8, null));
  }

  @Test
  void unknownValues_areNotCounted_andNoneKnownIsNoStatistics() {
    assertThat(ValueStatistics.of(Arrays.asList(null, 7, null), 5, 8.0))
        .isEqualTo(new ValueStatistics(7, false, 1, 1, 7, 7, 7, 0));
    assertThat(ValueStatistics.of(Arrays.asList(null, null), 5, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "true,  '80;443',        80,  true",
    "true,  '79-81',         80,  true",
    "true,  '81-79',         80,  false",
    "true,  'x;80-;-80',     80,  false",
    "false, '1-79;81-65535', 80,  true",
    "false, '1-65535',       80,  false",
    "true,  '443',           80,  false"
  })
  void portOfAPolicy_mayBeInARange(boolean accepts, String ports, int port, boolean expected) {
    var summary = new Relay.PortSummary(accepts, List.of(ports.split(";", -1)));
    assertThat(PolicyPorts.allows(summary, port)).isEqualTo(expected);
  }

  @Test
  void withoutAPolicy_nothingIsKnownOfItsPorts() {
    assertThat(PolicyPorts.allows(null, 80)).isNull();
  }

  @Test
  void deviation_isMeasuredAgainstTheMedian() {
    assertThat(measured(100, 90, 140).deviates()).isFalse();
    assertThat(measured(100, 90, 141).deviates()).isTrue();
    assertThat(measured(null, null, null).deviates()).isFalse();
  }

  private static BandwidthMeasurements measured(
      @Nullable Integer median, @Nullable Integer least, @Nullable Integer greatest) {
    return new BandwidthMeasurements(median, null, least, greatest, 3, 6, List.of(), null, null);
  }
}
