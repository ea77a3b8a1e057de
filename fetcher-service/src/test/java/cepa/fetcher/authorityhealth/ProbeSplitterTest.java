package cepa.fetcher.authorityhealth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.fetcher.Spooled;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeSplitterTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "'', 'has no probes, or ends within one'",
    "'{\"name\":\"a\",\"checkedAt\":\"2026-08-22T15:05:00Z\"}', 'has no probes, or ends within one'",
    "'x\n', cannot be read at byte 0",
    "'{\"name\":\"a\",\"checkedAt\":\"2026-08-22T15:05:00Z\"}\n\n', cannot be read at byte 48",
  })
  void damagedDocuments_areRefused(String document, String reason) {
    assertThatThrownBy(
            () -> new ProbeSplitter().split(Spooled.spooled(directory, "probes", document)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Document probes " + reason);
  }
}
