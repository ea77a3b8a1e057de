package cepa.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutagesTest {

  @ParameterizedTest
  @EnumSource(Reliability.class)
  void relayKnownToRun_isUpAtTheBaseTime(Reliability reliability) {
    for (int seed = 0; seed < 200; seed++) {
      Outages outages = Outages.of(Draw.ofSeed(seed), reliability, -5000, null);
      assertThat(outages.covers(0)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Reliability.class)
  void relayKnownToBeGone_wasUpJustBeforeAndIsDownSince(Reliability reliability) {
    for (int seed = 0; seed < 200; seed++) {
      Outages outages = Outages.of(Draw.ofSeed(seed), reliability, -5000, -30);
      assertThat(outages.covers(-31)).isFalse();
      for (int hour = -30; hour <= 0; hour++) {
        assertThat(outages.covers(hour)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reliability.class)
  void outages_areInOrderAndDoNotTouch(Reliability reliability) {
    Outages outages = Outages.of(Draw.ofSeed(9), reliability, -40_000, -12);
    for (int i = 0; i < outages.count(); i++) {
      assertThat(outages.end(i)).isGreaterThan(outages.start(i));
      if (i > 0) {
        assertThat(outages.start(i)).isGreaterThan(outages.end(i - 1));
      }
    }
  }
}
