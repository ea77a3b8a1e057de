package cepa.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void digestOfKnownText() {
    assertThat(Sha256.hex(new byte[] {'a', 'b', 'c'}))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void lines_areToldApart() {
    assertThat(Sha256.hex(List.of("ab", "c"))).isNotEqualTo(Sha256.hex(List.of("a", "bc")));
  }
}
