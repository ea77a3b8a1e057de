package cepa.bench.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizesTest {

  @Test
  void sizesAreByKind() {
    var sizes = new Sizes();
    sizes.add("relay", new byte[1_000]);
    sizes.add("relay", new byte[3_000]);
    sizes.add("relay", new byte[2_000]);
    Sizes.Kind relay = sizes.kinds().getFirst();
    assertThat(relay.raw()).isEqualTo(new Sizes.Size(2_000, 3_000, 6_000));
    assertThat(relay.gzip().max()).isLessThan(100);
  }

  @Test
  void targetIsMissedByAByte() {
    var sizes = new Sizes();
    sizes.add("relay", new byte[45_000]);
    assertThat(met(sizes)).isTrue();
    sizes.add("relay", new byte[45_001]);
    sizes.add("relay", new byte[45_001]);
    assertThat(met(sizes)).isFalse();
  }

  private static boolean met(Sizes sizes) {
    List<Target> targets = Target.of(sizes.kinds(), 100, 100);
    return targets.stream().allMatch(Target::isMet);
  }
}
