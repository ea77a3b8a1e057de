package cepa.simulator.onionoodetails;

import static cepa.simulator.SmallNetwork.json;
import static cepa.simulator.SmallNetwork.list;
import static cepa.simulator.SmallNetwork.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SmallNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnionooDetailsSourceTest {

  private static final OnionooDetailsSource SOURCE = new OnionooDetailsSource();
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d";

  private static final List<String> ALWAYS =
      List.of(
          "nickname fingerprint or_addresses last_seen last_changed_address_or_port first_seen"
              .concat(" running flags consensus_weight last_restarted bandwidth_rate")
              .concat(" bandwidth_burst observed_bandwidth advertised_bandwidth exit_policy")
              .concat(" exit_policy_summary platform version version_status")
              .concat(" recommended_version measured")
              .split(" "));

  private static final List<String> SOMETIMES =
      List.of(
          "exit_addresses dir_address country country_name region_name city_name latitude longitude"
              .concat(" as as_name verified_host_names unverified_host_names contact")
              .concat(" effective_family alleged_family consensus_weight_fraction")
              .concat(" guard_probability middle_probability exit_probability")
              .concat(" exit_policy_v6_summary unreachable_or_addresses")
              .concat(" overload_general_timestamp")
              .split(" "));

  @Test
  void envelope_isThatOfOnionoo() {
    JsonNode document = json(SOURCE, 1);
    assertThat(document.propertyNames())
        .containsExactly(
            "version",
            "build_revision",
            "relays_published",
            "relays",
            "bridges_published",
            "bridges");
    assertThat(document.get("version").asString()).isEqualTo("8.0");
    assertThat(document.get("relays_published").asString()).isEqualTo("2026-08-22 16:00:00");
    assertThat(document.get("bridges").size()).isPositive();
  }

  @Test
  void relays_haveEveryFieldWithItsType() {
    Set<String> seen = new HashSet<>();
    for (JsonNode relay : list(json(SOURCE, 0).get("relays"))) {
      seen.addAll(relay.propertyNames());
      assertThat(relay.propertyNames()).containsAll(ALWAYS);
      assertThat(relay.get("fingerprint").asString()).matches("[0-9A-F]{40}");
      assertThat(relay.get("nickname").asString()).matches("[A-Za-z0-9]{1,19}");
      assertThat(relay.get("first_seen").asString()).matches(TIME);
      assertThat(relay.get("last_seen").asString()).matches(TIME);
      assertThat(relay.get("last_restarted").asString()).matches(TIME);
      assertThat(relay.get("running").isBoolean()).isTrue();
      assertThat(relay.get("consensus_weight").isIntegralNumber()).isTrue();
      assertThat(relay.get("or_addresses").get(0).asString()).matches("[0-9.]+:\\d+");
      assertThat(relay.get("exit_policy_summary").size()).isEqualTo(1);
      assertThat(relay.has("guard_probability")).isEqualTo(relay.get("running").asBoolean());
      assertThat(relay.get("advertised_bandwidth").asLong())
          .isLessThanOrEqualTo(relay.get("bandwidth_rate").asLong())
          .isLessThanOrEqualTo(relay.get("observed_bandwidth").asLong());
      assertThat(relay.get("first_seen").asString())
          .isLessThanOrEqualTo(relay.get("last_seen").asString());
      assertThat(relay.get("last_restarted").asString())
          .isLessThanOrEqualTo(relay.get("last_seen").asString());
    }
    assertThat(seen).containsAll(SOMETIMES);
  }

  @Test
  void relaysAreSortedAndUnique() {
    List<String> fingerprints =
        list(json(SOURCE, 0).get("relays")).stream()
            .map(relay -> relay.get("fingerprint").asString())
            .toList();
    assertThat(fingerprints).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void publishedFractions_sumToOne() {
    Map<String, Double> sums = new TreeMap<>();
    for (JsonNode relay : list(json(SOURCE, 3).get("relays"))) {
      for (String field :
          List.of(
              "consensus_weight_fraction",
              "guard_probability",
              "middle_probability",
              "exit_probability")) {
        sums.merge(field, relay.path(field).asDouble(0), Double::sum);
      }
    }
    assertThat(sums).hasSize(4);
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-5)));
  }

  @Test
  void effectiveFamily_containsTheRelayItself() {
    for (JsonNode relay : list(json(SOURCE, 0).get("relays"))) {
      if (relay.has("effective_family")) {
        assertThat(strings(relay.get("effective_family")))
            .contains(relay.get("fingerprint").asString());
      }
    }
  }

  @Test
  void sameTick_sameBytes_otherTick_otherBytes() {
    SimulatedDocument once = SOURCE.documents(SmallNetwork.at(4)).getFirst();
    SimulatedDocument again = SOURCE.documents(SmallNetwork.at(4)).getFirst();
    SimulatedDocument later = SOURCE.documents(SmallNetwork.at(5)).getFirst();
    assertThat(SmallNetwork.text(again)).isEqualTo(SmallNetwork.text(once));
    assertThat(SmallNetwork.text(later)).isNotEqualTo(SmallNetwork.text(once));
    assertThat(again.version()).isEqualTo(once.version()).isNotEqualTo(later.version());
  }

  @Test
  void documentIsPlainAscii() {
    String text = SmallNetwork.text(SOURCE.documents(SmallNetwork.at(0)).getFirst());
    assertThat(text.chars().filter(c -> c >= 0x80)).isEmpty();
  }
}
