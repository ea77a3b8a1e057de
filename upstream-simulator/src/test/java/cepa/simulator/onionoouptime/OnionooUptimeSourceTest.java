package cepa.simulator.onionoouptime;

import static cepa.simulator.SmallNetwork.json;
import static cepa.simulator.SmallNetwork.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.simulator.SmallNetwork;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnionooUptimeSourceTest {

  private static final OnionooUptimeSource SOURCE = new OnionooUptimeSource();
  private static final double FULL = 1 / 999.0;
  private static final Map<String, Integer> INTERVALS =
      Map.of("1_month", 14_400, "6_months", 43_200, "1_year", 172_800, "5_years", 864_000);

  @Test
  void everyGraph_agreesWithItself() {
    List<JsonNode> graphs = new ArrayList<>();
    for (JsonNode relay : list(json(SOURCE, 0).get("relays"))) {
      relay.path("uptime").properties().forEach(graph -> check(graph, graphs));
      relay.path("flags").forEach(flag -> flag.properties().forEach(graph -> check(graph, graphs)));
    }
    assertThat(graphs).hasSizeGreaterThan(5000);
    assertThat(graphs).anyMatch(graph -> hasNull(graph.get("values")));
    assertThat(graphs).anyMatch(graph -> graph.get("factor").asDouble() == FULL);
    assertThat(graphs).anyMatch(graph -> graph.get("factor").asDouble() == 0);
  }

  private static void check(Map.Entry<String, JsonNode> entry, List<JsonNode> all) {
    JsonNode graph = entry.getValue();
    all.add(graph);
    int interval = graph.get("interval").asInt();
    int count = graph.get("count").asInt();
    long first = Timestamps.parse(graph.get("first").asString());
    long last = Timestamps.parse(graph.get("last").asString());
    List<JsonNode> values = list(graph.get("values"));
    assertThat(interval).isEqualTo(INTERVALS.get(entry.getKey()));
    assertThat(values).hasSize(count);
    assertThat(last - first).isEqualTo((long) (count - 1) * interval);
    assertThat(Math.floorMod(first, interval)).isEqualTo(interval / 2);
    assertThat(values.getFirst().isNull()).isFalse();
    assertThat(values.getLast().isNull()).isFalse();
    List<Integer> known = values.stream().filter(v -> !v.isNull()).map(JsonNode::asInt).toList();
    assertThat(known).allSatisfy(value -> assertThat(value).isBetween(0, 999));
    if (graph.get("factor").asDouble() > 0) {
      assertThat(known).contains(999);
    }
  }

  private static boolean hasNull(JsonNode values) {
    return list(values).stream().anyMatch(JsonNode::isNull);
  }

  @Test
  void relayThatWasNeverUpAWholeInterval_hasAnotherFactor() {
    List<Double> factors = new ArrayList<>();
    for (JsonNode relay : list(json(SOURCE, 0).get("relays"))) {
      relay.path("uptime").forEach(graph -> factors.add(graph.get("factor").asDouble()));
    }
    assertThat(factors).anyMatch(factor -> factor > 0 && factor < FULL);
  }

  @Test
  void graphOfAMonth_saysHowOftenTheRelayWasUp() {
    RelayHour state =
        SmallNetwork.NETWORK.at(0).relays().stream()
            .filter(each -> each.relay().firstHour() < -10_000)
            .filter(each -> downHours(each.relay(), -700, 0) > 20)
            .findFirst()
            .orElseThrow();
    JsonNode graph =
        SmallNetwork.relay(json(SOURCE, 0), state.fingerprint())
            .orElseThrow()
            .get("uptime")
            .get("1_month");
    double factor = graph.get("factor").asDouble();
    long start = Timestamps.parse(graph.get("first").asString()) - 7200;
    int hour = (int) ((start - SmallNetwork.NETWORK.epoch()) / 3600);
    for (JsonNode value : list(graph.get("values"))) {
      if (!value.isNull() && !nearGap(hour)) {
        double up = 1 - downHours(state.relay(), hour, hour + 4) / 4.0;
        assertThat(value.asInt() * factor).isCloseTo(up, within(0.0011));
      }
      hour += 4;
    }
  }

  private static boolean nearGap(int hour) {
    return NetworkGap.ALL.stream().anyMatch(gap -> hour + 4 > gap.start() && hour < gap.end());
  }

  private static int downHours(SimulatedRelay relay, int from, int to) {
    int down = 0;
    for (int hour = from; hour < to; hour++) {
      down += relay.up(hour) ? 0 : 1;
    }
    return down;
  }

  @Test
  void youngRelay_hasOnlyTheGraphsItsLifeFills() {
    for (RelayHour state : SmallNetwork.NETWORK.at(0).relays()) {
      if (state.relay().firstHour() > -600) {
        JsonNode relay = SmallNetwork.relay(json(SOURCE, 0), state.fingerprint()).orElseThrow();
        assertThat(relay.path("uptime").propertyNames()).isSubsetOf(List.of("1_month"));
        return;
      }
    }
    throw new AssertionError("The sample has no young relay");
  }
}
