package cepa.simulator.aroi;

import static cepa.simulator.SmallNetwork.json;
import static cepa.simulator.SmallNetwork.list;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.simulator.SmallNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AroiSourceTest {

  private static final JsonNode DOCUMENT = json(new AroiSource(), 0);
  private static final List<JsonNode> RESULTS = list(DOCUMENT.get("results"));

  @Test
  void totals_agreeWithTheResults() {
    long valid = RESULTS.stream().filter(result -> result.get("valid").asBoolean()).count();
    for (String block : List.of("metadata", "statistics")) {
      assertThat(DOCUMENT.get(block).get("total_relays").asInt()).isEqualTo(RESULTS.size());
      assertThat(DOCUMENT.get(block).get("valid_relays").asLong()).isEqualTo(valid);
      assertThat(DOCUMENT.get(block).get("invalid_relays").asLong())
          .isEqualTo(RESULTS.size() - valid);
    }
    assertThat(valid).isPositive();
    JsonNode types = DOCUMENT.get("statistics").get("proof_types");
    assertThat(
            types.get("dns_rsa").get("total").asInt()
                + types.get("uri_rsa").get("total").asInt()
                + types.get("no_proof").get("total").asInt())
        .isEqualTo(RESULTS.size());
  }

  @Test
  void timestamp_hasMicrosecondsAndNoZone() {
    assertThat(DOCUMENT.get("metadata").get("timestamp").asString())
        .matches("2026-08-22T14:30:00\\.\\d{6}");
  }

  @Test
  void eachRelayHasOneResult_inNoOrder() {
    List<String> fingerprints =
        RESULTS.stream().map(result -> result.get("fingerprint").asString()).toList();
    assertThat(fingerprints)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            SmallNetwork.NETWORK.at(0).relays().stream()
                .map(relay -> relay.fingerprint())
                .toList());
    assertThat(fingerprints.stream().sorted().toList()).isNotEqualTo(fingerprints);
  }

  @Test
  void validResults_sayHow_andOthersSayWhyNot() {
    for (JsonNode result : RESULTS) {
      boolean valid = result.get("valid").asBoolean();
      assertThat(result.get("error").isNull()).isEqualTo(valid);
      if (valid) {
        assertThat(result.get("validation_steps").size()).isEqualTo(1);
        assertThat(result.get("proof_type").asString()).isIn("dns-rsa", "uri-rsa");
        assertThat(result.get("domain").asString()).contains(".example");
      }
    }
    assertThat(RESULTS)
        .extracting(result -> result.get("error").asString(""))
        .anyMatch(error -> error.equals("No contact information"))
        .anyMatch(error -> error.equals("Missing AROI fields"))
        .anyMatch(error -> error.startsWith("Missing URL for"));
  }

  @Test
  void hostileDomain_isPassedOnAsItIs() {
    assertThat(RESULTS)
        .extracting(result -> result.path("domain").asString(""))
        .contains("\"><script>alert(6)<", "..%2f..%2fadmin", "EVIL.example:8443");
  }
}
