package cepa.standalone.facts;

import static cepa.standalone.facts.DeviationsTest.ids;
import static cepa.testing.model.Networks.AS_OF;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.ParameterVotes;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.model.family.FamilyStatistics;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.processor.Inputs;
import cepa.standalone.facts.health.AgeTexts;
import cepa.testing.model.RelayBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deviations of the network's figures and of what sources are missing, on inputs made for each.
class HealthDeviationsTest {

  private static final String RELAY = "A".repeat(40);

  @Test
  void summaryOfRejectedPorts_isNotRead() {
    var input = input(exit(false, "25"));
    assertThat(health("web_traffic_exits", 0, 1, input)).containsExactly("A-6");
    assertThat(health("web_traffic_exits_percentage_formatted", "0.0%", null, input))
        .containsExactly("A-6");
    assertThat(health("web_traffic_exits", 1, 2, input)).isEmpty();
  }

  @Test
  void ownAddress_isAPublicOne_andARangeIsNone() {
    assertThat(health("ip_restricted_exits", 1, 0, input(exit(true, "80", "reject 8.8.8.8:*"))))
        .containsExactly("A-7");
    var range = input(exit(true, "80", "reject 8.8.8.0/24:*", "reject 10.0.0.1:*"));
    assertThat(health("ip_restricted_exits", 0, 1, range)).containsExactly("A-7");
    assertThat(health("unrestricted_and_no_ip_restrictions", 0, 1, range)).containsExactly("A-7");
  }

  @Test
  void countryOfFewRelays_isRare_whateverTheNetworksSize() {
    var country =
        new CountryRarity(
            30,
            Rarity.Tier.LEGENDARY,
            false,
            6,
            0,
            3,
            0,
            null,
            null,
            Rarity.Region.EUROPE,
            true,
            false,
            false);
    var input =
        input(
            new Rarity(List.of(country), List.of(), new Rarity.Thresholds(0.05, 0.005, 0.0005)),
            aRelay().in("de").bandwidth(2_000_000).contact("someone@example.org"));

    assertThat(health("rare_countries_relays", 1, 0, input)).containsExactly("A-12");
    assertThat(health("rare_countries_relays_percentage", 100.0, 0.0, input))
        .containsExactly("A-12");
    String operator = input.groups("operator").keySet().iterator().next();
    String entry = "[" + operator + "].";
    assertThat(
            ids(new Place("leaderboards", "bandwidth", entry + "rare_country_count", 1, 0), input))
        .containsExactly("A-12");
    assertThat(
            ids(
                new Place(
                    "leaderboards", "bandwidth", entry + "rare_country_bandwidth", "16.0", "0.0"),
                input))
        .containsExactly("A-12");
  }

  @Test
  void withoutBandwidthData_nobodyIsOverloaded() {
    assertThat(health("overloaded_relays", 0, 1, input(aRelay()))).containsExactly("A-22");
  }

  @Test
  void networkWithoutName_hasItsPrefixTwice() {
    var input = input(aRelay().network("AS64500", null).weight(10));
    assertThat(health("top_3_as[].as_name_truncated", "ASAS64500", "AS64500", input))
        .containsExactly("A-23");
    assertThat(health("top_3_as[].as_name", null, "AS64500", input)).containsExactly("A-23");
  }

  @Test
  void upperMiddleVote_andASingleOne_decide() {
    var input = input(authorities(Map.of("a", 0, "b", 1, "c", 0, "d", 1)), aRelay());
    assertThat(health("hf_use_family_ids", 1, 0, input)).containsExactly("A-24");
    assertThat(health("hf_use_family_ids", 1, null, input(authorities(Map.of("a", 1)), aRelay())))
        .containsExactly("A-24");
  }

  @Test
  void votesThereAre_areAllThereAre() {
    var input = input(authorities(Map.of()), aRelay());
    assertThat(health("hf_consensus_total_voters", 2, 9, input)).containsExactly("D-C4");
    assertThat(health("hf_method_threshold", 2, 7, input)).containsExactly("D-C4");
    assertThat(health("hf_method_threshold", 6, 7, input)).isEmpty();
  }

  @Test
  void silentRelay_isOnline() {
    var relay = aRelay().fingerprint(RELAY).offlineSince(AS_OF.minusSeconds(60));
    var input =
        input(
            Map.of(RawDetails.class, new RawDetails(Map.of(), Set.of(Fingerprint.of(RELAY)))),
            relay);
    assertThat(health("offline_relays", 0, 1, input)).containsExactly("D-8");
    assertThat(health("offline_relays_with_percentage", "0 (0.0%)", "1 (100.0%)", input))
        .containsExactly("D-8");
    assertThat(health("offline_relays", 0, 1, input(relay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0d",
    "29, 29d",
    "30, 1mo",
    "364, 12mo 4d",
    "365, 1y",
    "729, 1y 12mo",
    "800, 2y 2mo"
  })
  void twelfthMonth_isNamedByTheReference(long days, String text) {
    assertThat(AgeTexts.uncarried(days)).isEqualTo(text);
  }

  @Test
  void familyFoundInAnother_isNotCounted() {
    var input = input(new FamilyStatistics(0, 0, 0, 0, 0, 0, 3, 0, 0), aRelay());
    assertThat(health("families_count", 3, 4, input)).containsExactly("F-4");
    assertThat(health("families_count", 2, 4, input)).isEmpty();
  }

  @Test
  void fewerVotes_makeAMajority() {
    var input = input(votes(9, 3, 3), aRelay().fingerprint(RELAY));
    assertThat(ids(new Place("authorities", "", "requirement.authority_count", 3, 9), input))
        .containsExactly("D-C4");
    assertThat(ids(new Place("authorities", "", "requirement.majority_required", 2, 5), input))
        .containsExactly("D-C4");
    assertThat(evaluation("total_authorities", 3, 9, input)).containsExactly("D-C4");
    assertThat(evaluation("majority_required", 2, 5, input)).containsExactly("D-C4");
    assertThat(evaluation("majority_required", 4, 5, input)).isEmpty();
    assertThat(evaluation("flag_summary.fast.total_authorities", 3, 9, input))
        .containsExactly("D-C4");
  }

  @Test
  void relayInVotes_isInTheConsensus() {
    var input = input(votes(9, 9, 5), aRelay().fingerprint(RELAY));
    assertThat(evaluation("in_consensus", true, false, input)).containsExactly("D-C1");
    var fewer = input(votes(9, 9, 4), aRelay().fingerprint(RELAY));
    assertThat(evaluation("in_consensus", true, false, fewer)).isEmpty();
    assertThat(
            ids(
                new Place(
                    "relay", RELAY, "diagnostics.issues[]", List.of("Not in consensus"), List.of()),
                fewer))
        .contains("D-C1");
  }

  @Test
  void overload_isNotLookedForWithoutVotes() {
    var input = input(aRelay().fingerprint(RELAY));
    var issues = List.of("General Overload Active");
    assertThat(ids(new Place("relay", RELAY, "diagnostics.issues", List.of(), issues), input))
        .containsExactly("D-C15");
    var voted = input(votes(9, 9, 9), aRelay().fingerprint(RELAY));
    assertThat(ids(new Place("relay", RELAY, "diagnostics.issues", List.of(), issues), voted))
        .doesNotContain("D-C15");
  }

  @Test
  void nothingKnown_isRatedAllTheSame() {
    var relay =
        aRelay()
            .nowhere()
            .contact("someone@example.org")
            .software(new Relay.Software(null, null, null, null, null));
    var input = input(relay);
    String operator = input.groups("operator").keySet().iterator().next();
    String risks = "contact_intelligence";
    assertThat(
            ids(
                new Place(
                    risks,
                    operator,
                    "geographic_risk",
                    "Okay, 0 countries",
                    "Unknown, 0 countries"),
                input))
        .containsExactly("A-19");
    assertThat(
            ids(
                new Place(
                    risks, operator, "infrastructure_risk", "Poor, 0 platforms", "Unknown, 0"),
                input))
        .containsExactly("A-19");
    String synchronization = "infrastructure_dependency.synchronization_risk";
    assertThat(ids(new Place("intelligence", "", synchronization, "MEDIUM", "UNKNOWN"), input))
        .containsExactly("A-19");
  }

  private static List<String> health(
      String path, @Nullable Object golden, @Nullable Object ours, FactsInput input) {
    return ids(new Place("network_health", "", path, golden, ours), input);
  }

  private static List<String> evaluation(
      String path, Object golden, Object ours, FactsInput input) {
    return ids(new Place("relay", RELAY, "consensus_evaluation." + path, golden, ours), input);
  }

  private static RelayBuilder exit(boolean accepts, String port, String... rules) {
    return aRelay()
        .exit()
        .addresses("8.8.8.8:9001")
        .exitPolicy(
            new Relay.ExitPolicy(
                List.of(rules), new Relay.PortSummary(accepts, List.of(port)), null));
  }

  private static FactsInput input(RelayBuilder relay) {
    return input(Map.of(), relay);
  }

  private static FactsInput input(Object part, RelayBuilder relay) {
    return input(Map.of(part.getClass(), part), relay);
  }

  private static FactsInput input(Map<Class<?>, Object> made, RelayBuilder relay) {
    Map<Class<?>, Object> all = new HashMap<>(made);
    all.put(NetworkModel.class, aNetwork().with(relay).build());
    all.put(Inputs.class, new Inputs(AS_OF, Map.of(), List.of(), "h"));
    return new FactsInput(all);
  }

  /// Two votes.
  private static Authorities authorities(Map<String, Integer> familyIds) {
    var methods =
        new ConsensusMethods(
            Map.of("a", List.of(34), "b", List.of(34)), new TreeMap<>(Map.of(34, 2)), 34, false, 7);
    return new Authorities(
        List.of(),
        List.of(),
        methods,
        List.of(ParameterVotes.of("use-family-ids", familyIds, 9, null)),
        Authorities.Freshness.STALE,
        null,
        new Authorities.Versions(0, 0),
        null,
        List.of());
  }

  /// One relay.
  ///
  /// @param voters configured authorities
  /// @param counted of these, those whose vote counts
  /// @param listing of these, those whose vote has the relay
  private static ConsensusEvaluations votes(int voters, int counted, int listing) {
    List<Voter> all = new ArrayList<>();
    List<VoteColumns> columns = new ArrayList<>();
    for (int i = 0; i < voters; i++) {
      all.add(
          new Voter(
              "voter" + i,
              Fingerprint.of(("B" + i).repeat(20)),
              "AT",
              null,
              i < counted ? Voter.State.COUNTED : Voter.State.MISSING,
              AS_OF,
              AS_OF,
              1,
              false,
              false,
              FlagThresholds.NONE));
      columns.add(i < counted ? entry(i < listing ? 1 : -1) : VoteColumns.none());
    }
    return new ConsensusEvaluations(null, all, columns, List.of("Running"), List.of());
  }

  /// @param flags -1 for a vote without the relay
  private static VoteColumns entry(long flags) {
    return new VoteColumns(
        new long[] {flags},
        new int[] {1},
        new int[] {-1},
        new int[] {-1},
        new int[] {-1},
        new int[] {-1},
        new int[] {-1},
        new int[] {-1},
        new long[] {-1});
  }
}
