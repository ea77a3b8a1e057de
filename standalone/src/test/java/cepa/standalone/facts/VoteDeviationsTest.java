package cepa.standalone.facts;

import static cepa.standalone.facts.DeviationsTest.ids;
import static cepa.testing.model.Networks.AS_OF;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.consensus.FlagThresholds;
import cepa.processor.Analysis;
import cepa.processor.Inputs;
import cepa.processor.analysis.consensus.ConsensusEvaluationsAnalysis;
import cepa.processor.analysis.consensus.ScannerFilesAnalysis;
import cepa.processor.analysis.ranks.RelayRanksAnalysis;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.directory.RouterColumns;
import cepa.processor.directory.StatusHead;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deviations in which votes count and what their lines say, with the real analyses of votes.
class VoteDeviationsTest {

  private static final Fingerprint RELAY = Fingerprint.of("A".repeat(40));
  private static final Fingerprint MORIA1 =
      Fingerprint.of("F533C81CEF0BC0267857C99B2F471ADF249FA232");
  private static final Fingerprint TOR26 =
      Fingerprint.of("2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C");
  private static final int KNOWN = 1_000_000;
  private static final int UNKNOWN = -1;
  private static final List<Analysis<?>> ANALYSES =
      List.of(
          new ConsensusEvaluationsAnalysis(), new ScannerFilesAnalysis(), new RelayRanksAnalysis());

  @Test
  void oldVote_countsToTheReference() {
    FactsInput input = input(Duration.ofHours(5), KNOWN, Set.of());

    assertThat(evaluation("vote_count", 2, 1, input)).containsExactly("S-15");
    assertThat(requirement("authority_count", 2, input)).containsExactly("S-15");
    assertThat(requirement("authority_count", 3, input)).isEmpty();
  }

  @Test
  void voteOfTheHourBefore_countsToBoth() {
    FactsInput input = input(Duration.ofHours(1), KNOWN, Set.of());

    assertThat(evaluation("vote_count", 1, 2, input)).isEmpty();
    assertThat(requirement("authority_count", 2, input)).containsExactly("D-C4");
  }

  @Test
  void furtherAddressOfIpv4_isOneOfIpv6ToTheReference() {
    String reached = "reachability_summary.ipv6.reachable_count";

    assertThat(evaluation(reached, 1, 0, input(Duration.ZERO, KNOWN, Set.of(RELAY))))
        .containsExactly("S-16");
    assertThat(evaluation(reached, 1, 0, input(Duration.ZERO, KNOWN, Set.of()))).isEmpty();
  }

  @Test
  void referenceStops_atTheFirstRelayWithoutStatistics() {
    FactsInput input = input(Duration.ZERO, UNKNOWN, Set.of());
    var nothing = new Place("relay", RELAY.hex(), "consensus_evaluation", null, Map.of());
    var something = new Place("relay", RELAY.hex(), "consensus_evaluation", "x", Map.of());

    assertThat(ids(nothing, input)).containsExactly("D-C7");
    assertThat(ids(something, input)).isEmpty();
    assertThat(ids(nothing, input(Duration.ZERO, KNOWN, Set.of()))).isEmpty();
  }

  @Test
  void anyBandwidth_isAmongTheTopQuarter_whereItIsNotPublished() {
    FactsInput input = input(Duration.ZERO, KNOWN, Set.of());

    assertThat(evaluation("authority_table[moria1].guard_bw_meets", true, false, input))
        .containsExactly("D-C5");
    assertThat(evaluation("authority_table[moria1].guard_bw_top25_display", "0 bit/s", null, input))
        .containsExactly("D-C5");
  }

  @ParameterizedTest
  @CsvSource({"r x|a [::1]:9001, false", "r x|a 192.0.2.1:9001, true", "r x|s a 192.0.2.1, false"})
  void linesOfFurtherAddresses_areTold(String entry, boolean further) {
    byte[] bytes = entry.replace('|', '\n').getBytes(StandardCharsets.US_ASCII);

    assertThat(RawVotes.hasFurtherIpv4(bytes)).isEqualTo(further);
  }

  private static List<String> evaluation(
      String path, Object golden, @Nullable Object ours, FactsInput input) {
    return ids(
        new Place("relay", RELAY.hex(), "consensus_evaluation." + path, golden, ours), input);
  }

  private static List<String> requirement(String path, int golden, FactsInput input) {
    return ids(new Place("authorities", "", "requirement." + path, golden, 9), input);
  }

  /// Two votes that have one relay.
  ///
  /// @param age of the second vote
  /// @param wfu millionths, as every other statistic
  /// @param further relays whose entries have a further address of IPv4
  private static FactsInput input(Duration age, int wfu, Set<Fingerprint> further) {
    NetworkModel model =
        aNetwork().with(aRelay().fingerprint(RELAY.hex()).bandwidth(50_000)).build();
    var votes =
        new VotesData(
            List.of(vote(MORIA1, Duration.ZERO, wfu), vote(TOR26, age, wfu)),
            Map.of(RELAY, 0),
            List.of("Running"),
            List.of(),
            0);
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(NetworkModel.class, model);
    given.put(Inputs.class, new Inputs(AS_OF, Map.of(), List.of(), "h"));
    given.put(Relays.class, new Relays(model.relays(), model.memberSets()));
    given.put(VotesData.class, votes);
    given.put(RawVotes.class, new RawVotes(Map.of(MORIA1, further)));
    return MadeInput.of(ANALYSES, given);
  }

  private static Vote vote(Fingerprint voter, Duration age, int statistics) {
    var head =
        new StatusHead(
            AS_OF.minus(age),
            null,
            null,
            null,
            List.of(),
            List.of(),
            FlagThresholds.NONE,
            Map.of(),
            List.of(),
            null,
            null,
            0);
    int[] known = {statistics};
    int[] unknown = {UNKNOWN};
    var columns =
        new RouterColumns(
            1,
            0,
            new long[] {1},
            unknown,
            unknown,
            known,
            known,
            known,
            unknown,
            new long[] {UNKNOWN},
            new boolean[1]);
    return new Vote(voter, head, columns);
  }
}
