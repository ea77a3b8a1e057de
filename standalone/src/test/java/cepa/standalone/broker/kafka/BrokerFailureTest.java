package cepa.standalone.broker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerFailureTest {

  private static final Path LOG = Path.of("/srv/cepa/log");

  @Test
  void fullDisk_isSaid_withWhatToDo() {
    assertThat(BrokerFailure.message(LOG, 4_096))
        .contains("/srv/cepa/log", "the disk is full", "--data");
  }

  @Test
  void otherFailure_isNotCalledAFullDisk() {
    assertThat(BrokerFailure.message(LOG, 1L << 40))
        .contains("/srv/cepa/log", "messages above", "--data")
        .doesNotContain("full");
  }
}
