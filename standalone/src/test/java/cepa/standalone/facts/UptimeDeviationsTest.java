package cepa.standalone.facts;

import static cepa.standalone.facts.DeviationsTest.ids;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.standalone.facts.RawUptimes.Document;
import cepa.testing.model.RelayBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Uptime by graphs' values alone, and of relays that were left out.
class UptimeDeviationsTest {

  private static final String RELAY = "A".repeat(40);
  private static final String CONTACT = "someone@example.org";

  /// Up half of every interval: the largest value is 999, the factor half of what it would be for a
  /// relay that is always up.
  private static final FactsInput SCALED = input(document(100), half());

  @Test
  void values_areSharesOfTime_whateverTheFactor() {
    assertThat(relay("uptime_percentages.6_months", 100.0, 50.0, SCALED)).containsExactly("A-1");
    assertThat(relay("uptime_percentages.6_months", 60.0, 50.0, SCALED)).isEmpty();
    assertThat(
            relay(
                "uptime_api_display",
                "100.0%/100.0%/100.0%/100.0%",
                "50.0%/50.0%/50.0%/50.0%",
                SCALED))
        .containsExactly("A-1");
  }

  @Test
  void valuesOfFlags_areSharesOfTime_too() {
    assertThat(relay("flag_uptime_display", "Match", "—/—/50.0%/—", SCALED)).containsExactly("A-1");
  }

  @Test
  void operatorsMeans_areOfValues() {
    assertThat(contact("operator_reliability.overall_uptime.1_year.average", 100.0, 50.0))
        .containsExactly("A-1");
    assertThat(
            contact(
                "contact_display_data.uptime_formatted.1_year.display", "1y 100.0%", "1y 50.0%"))
        .containsExactly("A-1");
    assertThat(
            contact(
                "contact_display_data.flag_analysis.flag_reliabilities.Running.periods.1M.value",
                100.0,
                50.0))
        .containsExactly("A-1");
  }

  @Test
  void withoutDifference_nothingIsExplained() {
    var same = input(document(50), half());
    assertThat(relay("uptime_percentages.6_months", 50.0, 49.0, same)).isEmpty();
    assertThat(health("overall_uptime", 50.0, 49.0, same)).isEmpty();
  }

  @Test
  void relaysLeftOut_countInTheNetworksStatistics() {
    Map<Fingerprint, Document> documents = new HashMap<>();
    documents.put(Fingerprint.of(RELAY), document(50));
    for (int i = 0; i < 9; i++) {
      documents.put(Fingerprint.of(("B" + i).repeat(20)), document(10 * (i + 1)));
    }
    var input = input(documents, half());

    assertThat(health("overall_uptime", 50.0, 40.0, input)).containsExactly("A-17");
    assertThat(health("overall_uptime_formatted", "50.0%", "40.0%", input)).containsExactly("A-17");
    assertThat(health("guard_uptime_1_month_median", 50.0, 40.0, input)).containsExactly("A-17");
    assertThat(health("uptime_percentiles.5th", 14.5, 20.0, input)).containsExactly("A-17");
    assertThat(ids(new Place("uptime_percentiles", "", "percentiles.50th", 50.0, 40.0), input))
        .containsExactly("A-17");
    assertThat(
            ids(
                new Place(
                    "contact",
                    Contact.of(CONTACT).operator(),
                    "operator_reliability.network_uptime_percentiles.total_relays",
                    10,
                    1),
                input))
        .containsExactly("A-17");
    assertThat(health("overall_uptime", 51.0, 40.0, input)).isEmpty();
  }

  private static Document document(double percent) {
    var own = RawUptimes.document(percent);
    return new Document(
        own.uptime(), own.points(), Map.of("Running", own.uptime(), "Guard", own.uptime()));
  }

  private static RelayBuilder half() {
    return aRelay().fingerprint(RELAY).contact(CONTACT).uptime(new Relay.Uptime(.5, .5, .5, .5));
  }

  private static FactsInput input(Document document, RelayBuilder relay) {
    return input(Map.of(Fingerprint.of(RELAY), document), relay);
  }

  private static FactsInput input(Map<Fingerprint, Document> documents, RelayBuilder relay) {
    return new FactsInput(
        Map.of(
            NetworkModel.class,
            aNetwork().with(relay).build(),
            RawUptimes.class,
            new RawUptimes(documents)));
  }

  private static List<String> relay(String path, Object golden, Object ours, FactsInput input) {
    return ids(new Place("relay", RELAY, path, golden, ours), input);
  }

  private static List<String> contact(String path, Object golden, Object ours) {
    return ids(new Place("contact", Contact.of(CONTACT).operator(), path, golden, ours), SCALED);
  }

  private static List<String> health(String path, Object golden, Object ours, FactsInput input) {
    return ids(new Place("network_health", "", path, golden, ours), input);
  }
}
