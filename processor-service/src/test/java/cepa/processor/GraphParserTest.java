package cepa.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphParserTest {

  private static final String MONTH =
      "\"1_month\":{\"first\":\"2026-01-01 02:00:00\",\"last\":\"2026-01-01 14:00:00\","
          + "\"interval\":14400,\"factor\":0.0005,\"count\":4,\"values\":[999,null,0,500]}";

  @Test
  void graphIsReadWithItsFactor() {
    Series graph = graph("{\"fingerprint\":\"A\",\"uptime\":{" + MONTH + "}}");

    assertThat(graph.name()).isEqualTo("uptime/1_month");
    assertThat(graph.first()).isEqualTo(Instant.parse("2026-01-01T02:00:00Z"));
    assertThat(graph.interval()).isEqualTo(Duration.ofHours(4));
    assertThat(graph.factor()).isEqualTo(0.0005);
    assertThat(graph.values()).containsExactly((short) 999, Series.UNKNOWN, (short) 0, (short) 500);
    assertThat(graph.value(0)).isEqualTo(999 * 0.0005);
    assertThat(graph.at(3)).isEqualTo(Instant.parse("2026-01-01T14:00:00Z"));
  }

  @Test
  void otherHistoriesAndPeriodsAreToldApart() {
    Map<String, Series> graphs =
        GraphParser.parse(
            ("{\"flags\":{\"Exit\":{" + MONTH + "}},\"uptime\":{" + MONTH + ",\"1_year\":null}}")
                .getBytes(UTF_8),
            "uptime");
    assertThat(graphs).containsOnlyKeys("uptime/1_month");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000",
        "-1",
        "99999999999",
        "123456789012345678901234567890",
        "1e400",
        "0.5",
        "\"5\"",
        "true",
        "[1,2]",
        "{\"values\":[1]}"
      })
  void valueThatIsNone_isUnknown_andTheOthersStay(String value) {
    Series graph =
        graph(
            "{\"uptime\":{\"1_month\":{\"first\":\"2026-01-01 02:00:00\",\"interval\":14400,"
                + "\"factor\":0.001,\"values\":[7,"
                + value
                + ",8]}}}");
    assertThat(graph.values()).containsExactly((short) 7, Series.UNKNOWN, (short) 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"first\":{\"first\":\"2026-01-01 02:00:00\"}",
        "\"first\":[\"2026-01-01 02:00:00\",{}]",
        "\"first\":5",
        "\"first\":\"2026-02-30 02:00:00\"",
        "\"first\":\"+999999999-01-01 00:00:00\"",
        "\"interval\":0",
        "\"interval\":-5",
        "\"interval\":99999999999",
        "\"interval\":1234567890123456789012",
        "\"interval\":[14400]",
        "\"interval\":{\"values\":[1]}",
        "\"factor\":-1",
        "\"factor\":1e400",
        "\"factor\":\"0.1\"",
        "\"factor\":{}",
        "\"values\":{\"a\":[1]}",
        "\"values\":7"
      })
  void graphWithABadField_isLeftOut_andTheOthersStay(String bad) {
    String broken =
        "\"6_months\":{\"first\":\"2026-01-01 02:00:00\",\"interval\":14400,\"factor\":0.001,"
            + "\"values\":[1],"
            + bad
            + "}";
    Map<String, Series> graphs =
        GraphParser.parse(
            ("{\"uptime\":{" + broken + "," + MONTH + "}}").getBytes(UTF_8), "uptime");

    assertThat(graphs).containsOnlyKeys("uptime/1_month");
  }

  @Test
  void endlessGraph_isCut() {
    String values = "1,".repeat(20_000) + "1";
    Series graph = graph("{\"uptime\":{" + MONTH.replace("999,null,0,500", values) + "}}");
    assertThat(graph.values()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "7", "{", "{\"uptime\":[]}", "{\"uptime\":null}", "\u0000"})
  void whatIsNoEntity_hasNoGraphs(String json) {
    assertThat(GraphParser.parse(json.getBytes(UTF_8), "uptime")).isEmpty();
  }

  @Test
  void whatStoodBeforeTheDamage_isKept() {
    byte[] json = ("{\"uptime\":{" + MONTH + ",\"6_months\":{\"first\":\"2026").getBytes(UTF_8);
    assertThat(GraphParser.parse(json, "uptime")).containsOnlyKeys("uptime/1_month");
  }

  @Test
  void damagedBytes_neverFailAndNeverLeaveTheRange() {
    byte[] whole = ("{\"fingerprint\":\"A\",\"uptime\":{" + MONTH + "}}").getBytes(UTF_8);
    var random = new Random(17);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes =
          round % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      for (Series graph : GraphParser.parse(bytes, "uptime").values()) {
        assertThat(graph.interval()).isPositive();
        assertThat(graph.factor()).isBetween(0.0, Double.MAX_VALUE);
        for (short value : graph.values()) {
          assertThat(value).isBetween(Series.UNKNOWN, (short) 999);
        }
      }
    }
  }

  private static Series graph(String json) {
    return Objects.requireNonNull(
        GraphParser.parse(json.getBytes(UTF_8), "uptime").get("uptime/1_month"));
  }
}
