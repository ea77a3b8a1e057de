package cepa.processor.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestPeriodTest {

  @Test
  void longestPeriodWithBytes_isTheBest() {
    RelayTraffic traffic = traffic(new PerPeriod<>(bytes(5), bytes(7), bytes(0), null));
    assertThat(traffic.best(0)).isEqualTo(Period.SIX_MONTHS);
    assertThat(traffic.total(0, Period.SIX_MONTHS)).isEqualTo(7);
    assertThat(traffic.within(0, Period.FIVE_YEARS)).isEqualTo(7);
  }

  @Test
  void nothingKnown_hasNoBest() {
    RelayTraffic traffic = traffic(PerPeriod.unknown());
    assertThat(traffic.best(0)).isNull();
    assertThat(traffic.within(0, Period.FIVE_YEARS)).isNull();
  }

  @Test
  void allZero_hasNoBest_butIsKnown() {
    RelayTraffic traffic = traffic(new PerPeriod<>(bytes(0), null, null, null));
    assertThat(traffic.best(0)).isNull();
    assertThat(traffic.within(0, Period.FIVE_YEARS)).isZero();
  }

  private static RelayTraffic traffic(PerPeriod<long[]> written) {
    return new RelayTraffic(written, PerPeriod.unknown(), PerPeriod.unknown(), Map.of());
  }

  private static long[] bytes(long value) {
    return new long[] {value};
  }
}
