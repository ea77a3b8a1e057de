package cepa.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {

  private static final Draw ROOT = Draw.ofSeed(1);

  @Test
  void choices_dependOnSeedAndPathOnly() {
    assertThat(ROOT.of("relay").of(7).bits()).isEqualTo(ofPath());
    assertThat(Draw.ofSeed(2).of("relay").of(7).bits()).isNotEqualTo(ofPath());
    assertThat(ROOT.of(7).of("relay").bits()).isNotEqualTo(ofPath());
  }

  private static long ofPath() {
    return Draw.ofSeed(1).of("relay").of(7).bits();
  }

  @Test
  void units_areEven() {
    double mean =
        LongStream.range(0, 20_000).mapToDouble(i -> ROOT.of(i).unit()).average().orElse(0);
    assertThat(mean).isCloseTo(0.5, within(0.01));
    Set<Integer> tenths = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      tenths.add((int) (ROOT.of("x").of(i).unit() * 10));
    }
    assertThat(tenths).hasSize(10);
  }

  @Test
  void gauss_hasMeanZeroAndDeviationOne() {
    double[] drawn = LongStream.range(0, 20_000).mapToDouble(i -> ROOT.of(i).gauss()).toArray();
    double sum = 0;
    double squares = 0;
    for (double each : drawn) {
      sum += each;
      squares += each * each;
    }
    assertThat(sum / drawn.length).isCloseTo(0, within(0.03));
    assertThat(squares / drawn.length).isCloseTo(1, within(0.05));
  }

  @Test
  void bytes_areAsManyAsAskedFor() {
    assertThat(ROOT.bytes(21)).hasSize(21);
    assertThat(ROOT.bytes(32)).startsWith(ROOT.bytes(20));
    assertThat(ROOT.bytes(0)).isEmpty();
  }
}
