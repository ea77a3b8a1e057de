package cepa.standalone.facts;

import static cepa.testing.model.Networks.AS_OF;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.processor.Inputs;
import cepa.standalone.facts.deviation.Deviations;
import cepa.testing.model.RelayBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What deviations may explain and what not, beyond what the golden set shows.
class DeviationsTest {

  private static final String RELAY = "A".repeat(40);
  private static final String REACHED =
      "consensus_evaluation.reachability_summary.ipv4.reachable_count";

  @Test
  void entryInAVote_isReachabilityToTheReferenceOnly() {
    FactsInput input = votes(0L);

    assertThat(ids(new Place("relay", RELAY, REACHED, 1, 0), input)).containsExactly("D-C2");
  }

  @Test
  void valueTheReferencesRuleDoesNotGive_isNotExplained() {
    assertThat(ids(new Place("relay", RELAY, REACHED, 2, 0), votes(0L))).isEmpty();
  }

  @Test
  void whereTheConditionDoesNotHold_nothingIsExplained() {
    // The vote has the flag Running, so that both rules say the same.
    assertThat(ids(new Place("relay", RELAY, REACHED, 1, 0), votes(1L))).isEmpty();
  }

  @Test
  void offlineWeight_explainsNothingWhereNobodyIsOffline() {
    NetworkModel model = aNetwork().with(aRelay().fingerprint(RELAY).in("de")).build();
    var input = new FactsInput(Map.of(NetworkModel.class, model));

    assertThat(ids(new Place("country", "DE", "consensus_weight", 1, 2), input)).isEmpty();
  }

  @Test
  void hardlyRunning_isNothingToTheReference() {
    var relay = aRelay().fingerprint(RELAY).uptime(new Relay.Uptime(0.007, null, null, null));
    var input = input(relay);

    assertThat(ids(new Place("relay", RELAY, "uptime_percentages.1_month", 0.0, 0.7), input))
        .containsExactly("F-3");
  }

  @ParameterizedTest
  @CsvSource({
    "https://slate-tern106.example.org/, sl@e-tern106.example.org, slate-tern106.example.org",
    "look at example . com, look@example.com, look at example . com",
    "foo_at_bar (dot) net, foo_@_bar.net, foo@bar.net"
  })
  void bareAt_isAnAddressToTheReference(String contact, String theirs, String ours) {
    var input = input(aRelay().in("de").contact(contact));
    String country = input.groups("country").keySet().iterator().next();

    assertThat(ids(new Place("country", country, "display.display_name", theirs, ours), input))
        .containsExactly("D-17");
  }

  @Test
  void offlineGuardAndExit_isCountedThreeTimesByTheReference() {
    String contact = "someone@example.org";
    var input =
        input(aRelay().guard().exit().contact(contact).offlineSince(AS_OF.minusSeconds(3600)));
    String counts = "contact_display_data.downtime_alerts.offline_counts.";
    String key = Contact.of(contact).operator();

    assertThat(ids(new Place("contact", key, counts + "guard", 1, 0), input))
        .containsExactly("A-9");
    assertThat(ids(new Place("contact", key, counts + "middle", 1, 0), input))
        .containsExactly("A-9");
  }

  @Test
  void offlineRelay_weighsOnTopOfAll() {
    NetworkModel model =
        aNetwork()
            .with(
                aRelay().in("de").weight(100),
                aRelay().in("de").weight(100),
                aRelay().in("de").weight(100).offlineSince(AS_OF.minusSeconds(3600)))
            .build();
    var input = new FactsInput(Map.of(NetworkModel.class, model));
    String fraction = "consensus_weight_fraction";

    assertThat(ids(new Place("country", "DE", fraction, 4 / 3.0, 1.0), input))
        .containsExactly("D-3");
    assertThat(ids(new Place("country", "DE", fraction, 1.2, 1.0), input)).isEmpty();
  }

  @Test
  void operatorsWhoseContactsBeginAlike_areOneToTheReference() {
    NetworkModel model =
        aNetwork()
            .with(
                aRelay().contact("Contact the operator of relay number one at a@b.c"),
                aRelay().contact("Contact the operator of relay number two at d@e.f"))
            .build();
    var input = new FactsInput(Map.of(NetworkModel.class, model));

    assertThat(ids(new Place("leaderboard_summary", "", "total_operators", 1, 2), input))
        .containsExactly("A-5");
  }

  @Test
  void keyWithOtherCharacters_isNoGroupToTheReference() {
    NetworkModel model =
        aNetwork()
            .with(
                aRelay().software(new Relay.Software("a", "Linux", "0.4.8.9", null, null)),
                aRelay().software(new Relay.Software("b", "GNU/kFreeBSD", "0.4.8.9", null, null)))
            .build();
    var input = new FactsInput(Map.of(NetworkModel.class, model));

    assertThat(ids(new Place("counts", "", "platform", 1, 2), input)).containsExactly("D-19");
    assertThat(
            ids(
                new Place("platform", "", "[]", List.of("Linux"), List.of("GNU/kFreeBSD", "Linux")),
                input))
        .containsExactly("D-19");
    assertThat(ids(new Place("counts", "", "as", 0, 1), input)).isEmpty();
  }

  @Test
  void boardsWithNobody_countToTheReference() {
    // One relay is too few for the boards of large operators.
    var input = input(aRelay().in("de").contact("someone@example.org"));
    String count = "live_categories_count";

    assertThat(ids(new Place("leaderboard_summary", "", count, 19, 14), input))
        .containsExactly("A-28");
    assertThat(ids(new Place("leaderboard_summary", "", count, 18, 14), input)).isEmpty();
  }

  @Test
  void otherFields_areNotTouched() {
    assertThat(ids(new Place("relay", RELAY, "nickname", "a", "b"), votes(0L))).isEmpty();
  }

  private static FactsInput input(RelayBuilder relay) {
    return new FactsInput(Map.of(NetworkModel.class, aNetwork().with(relay).build()));
  }

  static List<String> ids(Place place, FactsInput input) {
    return Deviations.all().stream()
        .filter(deviation -> deviation.explains(place, input))
        .map(Deviation::id)
        .toList();
  }

  /// One relay in one vote.
  ///
  /// @param flags 1 for Running
  static FactsInput votes(long flags) {
    var voter =
        new Voter(
            "tor26",
            Fingerprint.of("B".repeat(40)),
            "AT",
            null,
            Voter.State.COUNTED,
            AS_OF,
            AS_OF,
            1,
            false,
            false,
            FlagThresholds.NONE);
    var columns =
        new VoteColumns(
            new long[] {flags},
            new int[] {1},
            new int[] {-1},
            new int[] {-1},
            new int[] {-1},
            new int[] {-1},
            new int[] {-1},
            new int[] {-1},
            new long[] {-1});
    var evaluations =
        new ConsensusEvaluations(
            null, List.of(voter), List.of(columns), List.of("Running"), List.of());
    NetworkModel model = aNetwork().with(aRelay().fingerprint(RELAY)).build();
    return new FactsInput(
        Map.of(
            NetworkModel.class, model,
            ConsensusEvaluations.class, evaluations,
            Inputs.class, new Inputs(AS_OF, Map.of(), List.of(), "h")));
  }
}
