package cepa.simulator.onionoobandwidth;

import static cepa.simulator.SmallNetwork.json;
import static cepa.simulator.SmallNetwork.list;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.simulator.SmallNetwork;
import cepa.simulator.document.Timestamps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnionooBandwidthSourceTest {

  private static final OnionooBandwidthSource SOURCE = new OnionooBandwidthSource();
  private static final Map<String, Integer> INTERVALS =
      Map.of("1_month", 86_400, "6_months", 86_400, "1_year", 172_800, "5_years", 864_000);

  @Test
  void everyGraph_agreesWithItself() {
    int graphs = 0;
    boolean anyNull = false;
    for (JsonNode relay : list(json(SOURCE, 0).get("relays"))) {
      for (String direction : List.of("write_history", "read_history")) {
        for (Map.Entry<String, JsonNode> entry : relay.path(direction).properties()) {
          JsonNode graph = entry.getValue();
          int interval = graph.get("interval").asInt();
          int count = graph.get("count").asInt();
          List<JsonNode> values = list(graph.get("values"));
          assertThat(interval).isEqualTo(INTERVALS.get(entry.getKey()));
          assertThat(values).hasSize(count);
          assertThat(
                  Timestamps.parse(graph.get("last").asString())
                      - Timestamps.parse(graph.get("first").asString()))
              .isEqualTo((long) (count - 1) * interval);
          // Cut off and not rounded, the largest value may miss the top by one step.
          assertThat(values.stream().mapToInt(value -> value.asInt(0)).max().orElse(0))
              .isBetween(998, 999);
          assertThat(graph.get("factor").asDouble()).isPositive();
          anyNull |= values.stream().anyMatch(JsonNode::isNull);
          graphs++;
        }
      }
    }
    assertThat(graphs).isGreaterThan(2000);
    assertThat(anyNull).isTrue();
  }

  @Test
  void relaysListed_areThoseOfTheDetails() {
    List<String> listed =
        list(json(SOURCE, 2).get("relays")).stream()
            .map(relay -> relay.get("fingerprint").asString())
            .toList();
    assertThat(listed)
        .isEqualTo(
            SmallNetwork.NETWORK.at(2).relays().stream()
                .map(relay -> relay.fingerprint())
                .toList());
  }

  @Test
  void overloadOfRateLimits_isReported() {
    JsonNode overload =
        list(json(SOURCE, 0).get("relays")).stream()
            .filter(relay -> relay.has("overload_ratelimits"))
            .findFirst()
            .orElseThrow()
            .get("overload_ratelimits");
    assertThat(overload.propertyNames())
        .containsExactlyInAnyOrder(
            "rate-limit", "burst-limit", "write-count", "read-count", "timestamp");
    assertThat(overload.get("timestamp").asLong()).isGreaterThan(1_700_000_000_000L);
  }
}
