package cepa.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          1700000000000       | 2023-11-14T22:13:20Z
          1                   | 1970-01-01T00:00:00.001Z
          253402300799999     | 9999-12-31T23:59:59.999Z
          0                   |
          -1                  |
          253402300800000     |
          9223372036854775808 |
          1.7e12              |
          "1700000000000"     |
          null                |
          """)
  void milliseconds_areAMomentOfFourDigitYears(String json, @Nullable Instant moment) {
    assertThat(fields("{\"at\":" + json + "}").milliseconds("at")).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01 12:00:00, 2025-01-01T12:00:00Z",
    "2024-02-29 00:00:00, 2024-02-29T00:00:00Z",
    "9999-12-31 23:59:59, 9999-12-31T23:59:59Z",
    "2025-02-29 00:00:00, ",
    "2025-01-01 24:00:00, ",
    "2025-01-01, ",
    "+999999999-01-01 00:00:00, ",
    "bad, ",
    "'', "
  })
  void timestamp_isOfTheCalendar_orUnknown(String text, @Nullable Instant moment) {
    assertThat(fields("{\"at\":\"" + text + "\"}").timestamp("at")).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-22T14:30:00, 2026-08-22T14:30:00Z",
    "2026-08-22T14:30:00.123456, 2026-08-22T14:30:00.123456Z",
    "2026-08-22T14:30:00Z, 2026-08-22T14:30:00Z",
    "2026-08-22T14:30:00+02:00, 2026-08-22T12:30:00Z",
    "1969-12-31T23:59:59Z, ",
    "9999-12-31T23:59:59-01:00, ",
    "+1000000000-12-31T23:59:59Z, ",
    "-999999999-01-01T00:00:00, ",
    "2026-02-30T00:00:00Z, ",
    "2026-08-22, ",
    "today, ",
    "'', "
  })
  void isoTime_isUtcIfItGivesNoZone_andOfFourDigitYears(String text, @Nullable Instant moment) {
    assertThat(fields("{\"at\":\"" + text + "\"}").isoTime("at")).isEqualTo(moment);
  }

  @Test
  void whatIsAbsent_isUnknown() {
    JsonFields none = fields("{}");
    assertThat(none.text("a")).isNull();
    assertThat(none.natural("a")).isNull();
    assertThat(none.number("a", 0, 1)).isNull();
    assertThat(none.flag("a")).isNull();
    assertThat(none.timestamp("a")).isNull();
    assertThat(none.milliseconds("a")).isNull();
    assertThat(none.isoTime("a")).isNull();
    assertThat(none.object("a")).isNull();
    assertThat(none.texts("a")).isEmpty();
  }

  @Test
  void ofMembersOfOneName_theLastCounts() {
    assertThat(fields("{\"a\":1,\"a\":2}").natural("a")).isEqualTo(2);
  }

  private static JsonFields fields(String json) {
    return Objects.requireNonNull(JsonFields.parse(json.getBytes(UTF_8)));
  }
}
