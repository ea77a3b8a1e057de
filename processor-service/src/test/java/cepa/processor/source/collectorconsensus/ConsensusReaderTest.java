package cepa.processor.source.collectorconsensus;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsensusReaderTest {

  @Test
  void headRelaysAndFoot_areRead_inAnyOrder() {
    ConsensusData data =
        new TestConsensus("consensus-method 34", "params use-family-ids=1")
            .foot(
                "directory-footer\nbandwidth-weights Wbd=0 Wgg=10000\n"
                    + "directory-signature "
                    + "1".repeat(40)
                    + " "
                    + "F".repeat(40)
                    + "\ndirectory-signature sha256 "
                    + "2".repeat(40)
                    + " "
                    + "F".repeat(40)
                    + "\n")
            .relay("A", "Running Valid", "w Bandwidth=20 Unmeasured=1")
            .data();
    assertThat(data.head().method()).isEqualTo(34);
    assertThat(data.head().params()).isEqualTo(Map.of("use-family-ids", 1));
    assertThat(data.bandwidthWeights()).isEqualTo(Map.of("Wbd", 0, "Wgg", 10_000));
    assertThat(data.signers())
        .containsExactly(Fingerprint.of("1".repeat(40)), Fingerprint.of("2".repeat(40)));
    assertThat(data.routers().unmeasured()[0]).isTrue();
    assertThat(data.routers().bandwidth()[0]).isEqualTo(20);
    assertThat(data.rejected()).isZero();
  }
}
