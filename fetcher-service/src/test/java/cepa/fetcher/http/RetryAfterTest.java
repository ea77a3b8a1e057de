package cepa.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-08-22T15:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          120                           | PT2M
          ' 7 '                         | PT7S
          99999999999999999999          | P365D
          Sat, 22 Aug 2026 15:01:30 GMT | PT1M30S
          Sat, 22 Aug 2026 14:00:00 GMT | PT0S
          """)
  void secondsAndDates_areWaits(String header, Duration wait) {
    assertThat(RetryAfter.parse(Optional.of(header), NOW)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "1.5", "''", "'Sat, 99 Aug 2026 15:01:30 GMT'"})
  void anythingElse_isNone(String header) {
    assertThat(RetryAfter.parse(Optional.of(header), NOW)).isNull();
  }

  @Test
  void absent_isNone() {
    assertThat(RetryAfter.parse(Optional.empty(), NOW)).isNull();
  }
}
