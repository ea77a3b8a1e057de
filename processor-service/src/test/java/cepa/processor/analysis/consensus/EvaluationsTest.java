package cepa.processor.analysis.consensus;

import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.json.PackedJson;
import cepa.model.Fingerprint;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.Reachability;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.Voter;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import cepa.processor.source.collectorconsensus.TestConsensus;
import cepa.processor.source.collectorvotes.TestVotes.TestVote;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

  @Test
  void withoutVotesAndConsensus_nothingIsInvented() {
    RelayEvaluation evaluation = new SmallDirectory(aRelay("A")).first();
    assertThat(evaluation.inConsensus()).isNull();
    assertThat(evaluation.basis()).isNull();
    assertThat(evaluation.votes()).isEmpty();
    assertThat(evaluation.bandwidth()).isNull();
    assertThat(evaluation.reachability()).isNull();
    assertThat(evaluation.values()).isNull();
    assertThat(evaluation.flags()).isEmpty();
  }

  /// D-C1: nine votes list it, the consensus does not.
  @Test
  void membership_isTheConsensus_notTheNumberOfVotes() {
    var directory = new SmallDirectory(aRelay("A")).votes(0, 9, EvaluationsTest::running);
    assertThat(directory.first().basis()).isEqualTo(RelayEvaluation.Basis.VOTES);
    directory.with(new TestConsensus().relay("B", "Running Valid").data());
    assertThat(directory.first().inConsensus()).isFalse();
    assertThat(directory.first().basis()).isEqualTo(RelayEvaluation.Basis.CONSENSUS);
    assertThat(directory.first().listed()).isEqualTo(9);
  }

  @Test
  void withoutConsensus_aMajorityMustVoteRunningAndValid() {
    Consumer<TestVote> down = vote -> vote.relay("A", "Valid");
    assertThat(
            member(
                new SmallDirectory(aRelay("A"))
                    .votes(0, 5, EvaluationsTest::running)
                    .votes(5, 9, down)))
        .isTrue();
    assertThat(
            member(
                new SmallDirectory(aRelay("A"))
                    .votes(0, 4, EvaluationsTest::running)
                    .votes(4, 9, down)))
        .isFalse();
  }

  /// D-C4: four votes of nine are no majority, and the five that are missing may make one.
  @Test
  void missingVotes_leaveItOpen_andNeverShrinkTheMajority() {
    var directory = new SmallDirectory(aRelay("A")).votes(0, 4, EvaluationsTest::running);
    assertThat(directory.first().inConsensus()).isNull();
    assertThat(directory.analyse(ConsensusEvaluations.class).majority()).isEqualTo(5);
    assertThat(directory.first().votes()).hasSize(9);
    assertThat(directory.first().votes().get(8).listed()).isNull();
    assertThat(member(new SmallDirectory(aRelay("A")).votes(0, 5, v -> v.relay("A", "Valid"))))
        .isFalse();
  }

  /// D-15.
  @Test
  void voteOfTheHourBeforeCounts_anOlderOneIsShownAndNotCounted() {
    var directory =
        new SmallDirectory(aRelay("A"))
            .votes(0, 1, EvaluationsTest::running)
            .votes(1, 2, vote -> vote.relay("A", "Running").at("2026-01-15 11:00:00"))
            .votes(2, 3, vote -> vote.relay("A", "Running").at("2026-01-15 10:59:59"))
            .votes(3, 4, vote -> vote.at("2026-01-15 12:00:00"));
    assertThat(directory.analyse(ConsensusEvaluations.class).voters())
        .extracting(Voter::state)
        .startsWith(
            Voter.State.COUNTED, Voter.State.COUNTED, Voter.State.STALE, Voter.State.MISSING);
    assertThat(directory.first().listed()).isEqualTo(2);
  }

  /// D-C2: being in a vote is not being reached.
  @Test
  void relayWithoutRunning_isNotReached() {
    var directory =
        new SmallDirectory(aRelay("A"))
            .votes(0, 2, EvaluationsTest::running)
            .votes(2, 3, vote -> vote.relay("A", "Valid"))
            .votes(3, 4, vote -> vote.relay("B", "Running"));
    Reachability reachability = Objects.requireNonNull(directory.first().reachability());
    assertThat(reachability.ipv4()).containsExactly(0, 1);
    assertThat(reachability.ipv4Unreachable()).containsExactly(2, 3);
  }

  /// D-C11: who has addresses in its vote tests IPv6; without an address there, one was not
  /// reached.
  @Test
  void relayWithIpv6_isUnreachable_whereOthersAreReached() {
    String address = "a [2001:db8::1]:9001";
    List<String> addresses = List.of("192.0.2.1:9001", "[2001:db8::1]:9001");
    var directory =
        new SmallDirectory(
                aRelay("A").with("observed_bandwidth", 5).with("or_addresses", addresses),
                aRelay("B"))
            .votes(0, 1, vote -> vote.relay("A", "Running", address))
            .votes(1, 2, vote -> vote.relay("A", "Running").relay("B", "Running", address))
            .votes(2, 3, vote -> vote.relay("A", "Running"));
    Reachability reachability = Objects.requireNonNull(directory.first().reachability());
    assertThat(reachability.ipv6()).containsExactly(0);
    assertThat(reachability.ipv6Unreachable()).containsExactly(1);
    assertThat(reachability.ipv6Tested()).isEqualTo(2);
    assertThat(directory.first().votes().get(2).ipv6Reachable()).isNull();

    var without =
        new SmallDirectory(aRelay("A")).votes(0, 1, v -> v.relay("A", "Running", address));
    assertThat(Objects.requireNonNull(without.first().reachability()).hasIpv6()).isFalse();
    assertThat(without.first().votes().getFirst().ipv6Reachable()).isNull();
  }

  /// D-C10: six measured 3000, three that measure nothing say 5000 of it; the mean of a file beside
  /// them has no part. Of an even number the smaller middle one counts.
  @Test
  void median_isOfWhatWasMeasured() {
    var directory = new SmallDirectory(aRelay("A"));
    for (int i = 0; i < 6; i++) {
      String measured = "w Bandwidth=5000 Measured=" + (3000 + i);
      directory.votes(
          i,
          i + 1,
          vote -> vote.head("bandwidth-file-headers x=1").relay("A", "Running", measured));
    }
    directory.votes(6, 9, vote -> vote.relay("A", "Running", "w Bandwidth=5000"));
    directory.with(
        new TestConsensus().relay("A", "Running", "w Bandwidth=2900 Unmeasured=1").data());
    assertThat(directory.first().bandwidth())
        .isEqualTo(
            new BandwidthMeasurements(3002, 3002.5, 3000, 3005, 6, 6, List.of(), 2900, true));
  }

  @Test
  void relayNobodyMeasured_hasNoFigures_andTheScannersAreNamed() {
    var directory =
        new SmallDirectory(aRelay("A"))
            .votes(
                0,
                2,
                vote ->
                    vote.head("bandwidth-file-headers x=1").relay("A", "Running", "w Bandwidth=5"));
    assertThat(directory.first().bandwidth())
        .isEqualTo(
            new BandwidthMeasurements(null, null, null, null, 0, 2, List.of(0, 1), null, null));
  }

  /// D-C3: 3,000 kilobytes/s are 3,000,000 bytes/s.
  @Test
  void unitsOfVotesAndThresholds_areTheSame() {
    Consumer<TestVote> vote =
        content ->
            content
                .head("flag-thresholds fast-speed=102000 ignoring-advertised-bws=1 enough-mtbf=1")
                .relay(
                    "A",
                    "Fast Running Stable V2Dir Valid",
                    "w Bandwidth=1 Measured=3000",
                    "stats wfu=0.99 tk=700000 mtbf=432000")
                .relay("B", "Running", "w Bandwidth=3000", "stats wfu=0.99 tk=700000 mtbf=5");
    RelayEvaluation measured = new SmallDirectory(aRelay("A")).votes(0, 9, vote).first();
    assertThat(measured.counts(JudgedFlag.GUARD).eligible()).isEqualTo(9);
    assertThat(measured.counts(JudgedFlag.FAST).eligible()).isEqualTo(9);
    assertThat(measured.counts(JudgedFlag.STABLE).eligible()).isEqualTo(9);
    assertThat(measured.counts(JudgedFlag.FAST).assigned()).isEqualTo(9);

    RelayEvaluation unmeasured = new SmallDirectory(aRelay("B")).votes(0, 9, vote).first();
    assertThat(unmeasured.counts(JudgedFlag.FAST).eligible())
        .as("what it says of itself is ignored")
        .isZero();
  }

  /// D-C7.
  @Test
  void relayWithoutStatistics_isNotJudged_andTheOthersAre() {
    var directory =
        new SmallDirectory(aRelay("A"), aRelay("B"))
            .votes(
                0,
                9,
                vote ->
                    vote.relay("A", "Fast Stable V2Dir", "w Bandwidth=9000").relay("B", "Fast"));
    assertThat(directory.first().counts(JudgedFlag.GUARD).unknown()).isEqualTo(9);
    assertThat(directory.first().counts(JudgedFlag.GUARD).eligible()).isZero();
    assertThat(Objects.requireNonNull(directory.first().values()).wfu()).isNull();
  }

  @Test
  void votersAreLinkedToTheirRelays_notToTheirSigningKeys() {
    var directory =
        new SmallDirectory(
                aRelay("A").with("nickname", "Moria1").flags("Authority"),
                aRelay("B").with("nickname", "moria1").flags("Running"))
            .votes(0, 9, EvaluationsTest::running);
    List<Voter> voters = directory.analyse(ConsensusEvaluations.class).voters();
    assertThat(voters).extracting(Voter::name).isSorted();
    assertThat(voters.get(7).name()).isEqualTo("moria1");
    assertThat(voters.get(7).relay()).as("D-C14").isZero();
    assertThat(voters.get(0).relay()).isNull();
  }

  @Test
  void strangersVote_isNotCounted() {
    var directory = new SmallDirectory(aRelay("A")).vote("9".repeat(40), EvaluationsTest::running);
    assertThat(directory.analyse(ConsensusEvaluations.class).counted()).isZero();
    assertThat(directory.first().votes()).isEmpty();
  }

  @Test
  void bandwidthFile_isAttributedByDigest_orByHeadersNobodyElseHas() {
    var files =
        new BandwidthFiles(
            List.of(
                new BandwidthFiles.File("00".repeat(32), "s", Map.of(), 1, new int[] {5}),
                new BandwidthFiles.File("X", "s", Map.of("timestamp", "7"), 1, new int[] {6}),
                new BandwidthFiles.File("Y", "s", Map.of("timestamp", "8"), 1, new int[] {7}),
                new BandwidthFiles.File("Z", "s", Map.of("timestamp", "8"), 1, new int[] {8})),
            Map.of(Fingerprint.of("A".repeat(40)), 0),
            0);
    var directory =
        new SmallDirectory(aRelay("A"))
            .votes(
                0,
                1,
                v -> v.head("bandwidth-file-digest sha256=" + "A".repeat(43)).relay("A", "Fast"))
            .votes(1, 2, v -> v.head("bandwidth-file-headers timestamp=7").relay("A", "Fast"))
            .votes(2, 3, v -> v.head("bandwidth-file-headers timestamp=8").relay("A", "Fast"))
            .with(files);
    assertThat(directory.first().votes().subList(0, 3))
        .as("D-13")
        .extracting(vote -> vote.scanned())
        .containsExactly(5, 6, null);
  }

  @Test
  void part_survivesTheStore() {
    var evaluations =
        new SmallDirectory(aRelay("A"), aRelay("B"))
            .votes(0, 9, EvaluationsTest::running)
            .with(new TestConsensus().relay("A", "Exit Running").data())
            .analyse(ConsensusEvaluations.class);
    byte[] packed = PackedJson.pack(evaluations);
    var read = PackedJson.unpack(packed, ConsensusEvaluations.class);
    assertThat(PackedJson.pack(read)).isEqualTo(packed);
    assertThat(read).usingRecursiveComparison().isEqualTo(evaluations);
  }

  @Test
  void tableOfVoters_saysWhichLineMakesNoSense() {
    assertThat(VoterTable.configured().rows()).hasSize(9);
    assertThatThrownBy(() -> VoterTable.of("# voters\nmoria1,US\n"))
        .hasMessageContaining("moria1,US");
  }

  private static void running(TestVote vote) {
    vote.relay("A", "Running Valid");
  }

  private static boolean member(SmallDirectory directory) {
    return Boolean.TRUE.equals(Objects.requireNonNull(directory.first().inConsensus()));
  }
}
