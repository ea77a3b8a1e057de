package cepa.processor.analysis.consensus;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.Authorities.Freshness;
import cepa.model.consensus.Authorities.Probe;
import cepa.model.consensus.AuthorityAlert;
import cepa.model.consensus.AuthorityAlert.Kind;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.model.consensus.IssueKind;
import cepa.processor.source.authorityhealth.AuthorityHealth;
import cepa.processor.source.collectorconsensus.TestConsensus;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import cepa.processor.source.collectordescriptors.Descriptors.Descriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Issues, authorities and family keys.
class DirectoryPartsTest {

  private static final String K1 = "1".repeat(64);
  private static final String K2 = "2".repeat(64);

  @Test
  void overload_isAnIssueWithoutAnyVote() {
    long hoursAgo = NOON.minus(Duration.ofHours(71)).toEpochMilli();
    assertThat(
            new SmallDirectory(aRelay("A").with("overload_general_timestamp", hoursAgo)).issues())
        .as("D-C15")
        .containsExactly(IssueKind.OVERLOADED);
    long daysAgo = NOON.minus(Duration.ofDays(3)).toEpochMilli();
    assertThat(new SmallDirectory(aRelay("A").with("overload_general_timestamp", daysAgo)).issues())
        .containsExactly(IssueKind.OVERLOADED_RECENTLY);
    long weekAgo = NOON.minus(Duration.ofDays(7)).toEpochMilli();
    assertThat(new SmallDirectory(aRelay("A").with("overload_general_timestamp", weekAgo)).issues())
        .isEmpty();
  }

  @Test
  void issuesStandInTheirOrder() {
    var directory =
        new SmallDirectory(
                aRelay("A")
                    .flags("Running", "Valid", "BadExit")
                    .with("observed_bandwidth", 2_096_999)
                    .with("version", "0.4.0")
                    .with("recommended_version", false))
            .votes(
                0,
                9,
                vote ->
                    vote.head("flag-thresholds enough-mtbf=1")
                        .head("bandwidth-file-headers x=1")
                        .relay(
                            "A",
                            "StaleDesc Valid",
                            "w Bandwidth=5",
                            "stats wfu=0.97 tk=89999 mtbf=5"));
    assertThat(directory.issues())
        .containsExactly(
            IssueKind.NOT_IN_CONSENSUS,
            IssueKind.IPV4_UNREACHABLE,
            IssueKind.GUARD_NEEDS_FAST,
            IssueKind.GUARD_NEEDS_STABLE,
            IssueKind.GUARD_BANDWIDTH,
            IssueKind.GUARD_WFU,
            IssueKind.GUARD_TIME_KNOWN,
            IssueKind.STABLE_NOT_ELIGIBLE,
            IssueKind.HSDIR_NEEDS_FAST,
            IssueKind.HSDIR_NEEDS_STABLE,
            IssueKind.HSDIR_NEEDS_V2DIR,
            IssueKind.HSDIR_WFU,
            IssueKind.HSDIR_TIME_KNOWN,
            IssueKind.BANDWIDTH_HARDLY_MEASURED,
            IssueKind.STALE_DESCRIPTOR,
            IssueKind.BAD_EXIT,
            IssueKind.VERSION_NOT_RECOMMENDED);
  }

  @Test
  void votesThatCouldNotBeHad_areNoIssueOfTheRelay() {
    var directory =
        new SmallDirectory(aRelay("A").flags("Guard", "HSDir", "Stable"))
            .votes(0, 4, vote -> vote.relay("A", "Running Valid"));
    assertThat(directory.issues()).isEmpty();
  }

  @Test
  void familiesAreThoseDeclared_andWhetherTheyHoldIsToldApart() {
    var keys =
        new SmallDirectory(aRelay("A"), aRelay("B"), aRelay("C"))
            .with(
                descriptors(
                    Map.of(
                        "A", List.of(valid(K1, 1), valid(K2, 0)),
                        "B", List.of(new Certificate(K1, NOON, Validity.BAD_SIGNATURE)),
                        "F", List.of(valid(K1, 1)))))
            .analyse(FamilyKeys.class);
    assertThat(keys.families())
        .containsExactly(
            new FamilyKeys.KeyFamily(K1, List.of(0, 1), List.of(0)),
            new FamilyKeys.KeyFamily(K2, List.of(0), List.of()));
    assertThat(Objects.requireNonNull(keys.relays().get(0)).certificates())
        .extracting(FamilyKeys.Certificate::validity)
        .as("one that expires now has expired")
        .containsExactly(Validity.VALID, Validity.EXPIRED);
    assertThat(keys.keys(0)).containsExactly(K1, K2);
    assertThat(keys.keyMembers(1)).containsExactly(0, 1);
    assertThat(keys.relays()).doesNotContainKey(2);
    assertThat(keys.seen()).isEqualTo(3);
    assertThat(keys.withCertificate()).isEqualTo(3);
    assertThat(keys.support()).containsExactly(Support.KEY, Support.KEY, Support.NONE);
  }

  /// D-10: C lists A, which has a key that C has not; A and B list each other and share a key.
  @Test
  void listedPartnerOutsideTheKeyGroup_isAFamilyByList() {
    var keys =
        new SmallDirectory(
                aRelay("A").family("A", "B"),
                aRelay("B").family("A", "B"),
                aRelay("C").family("A", "C"))
            .with(descriptors(Map.of("A", List.of(valid(K1, 1)), "B", List.of(valid(K1, 1)))))
            .analyse(FamilyKeys.class);
    assertThat(keys.support()).containsExactly(Support.KEY, Support.KEY, Support.LIST);
  }

  @Test
  void allegedFamily_isAFamilyByList_besideTheKey() {
    var keys =
        new SmallDirectory(aRelay("A").with("alleged_family", List.of("B".repeat(40))))
            .with(descriptors(Map.of("A", List.of(valid(K1, 1)))))
            .analyse(FamilyKeys.class);
    assertThat(keys.support()).containsExactly(Support.BOTH);
  }

  @Test
  void withoutDescriptors_supportIsUnknown() {
    var keys = new SmallDirectory(aRelay("A").family("A", "B")).analyse(FamilyKeys.class);
    assertThat(keys.support()).containsExactly(Support.UNKNOWN);
    assertThat(keys.coverage()).isNull();
  }

  @Test
  void methodsAndParameters_areAsVoted() {
    var directory =
        new SmallDirectory(aRelay("A"))
            .votes(0, 7, v -> v.head("consensus-methods 33 34").relay("A", "Fast"))
            .votes(
                7,
                9,
                v -> v.head("consensus-methods 33 34 35").head("params p=1").relay("A", "Fast"));
    Authorities inferred = directory.analyse(Authorities.class);
    assertThat(inferred.methods().current()).isEqualTo(34);
    assertThat(inferred.methods().inferred()).isTrue();
    assertThat(inferred.methods().needed()).isEqualTo(7);
    assertThat(inferred.methods().highest()).isEqualTo(35);
    assertThat(inferred.methods().highestSupport()).isEqualTo(2);
    assertThat(inferred.parameters().getFirst().decided()).as("two of nine").isNull();

    directory.with(new TestConsensus("consensus-method 33", "params p=4").data());
    Authorities decided = directory.analyse(Authorities.class);
    assertThat(decided.methods().current()).isEqualTo(33);
    assertThat(decided.methods().inferred()).isFalse();
    assertThat(decided.parameters().getFirst().consensus()).isEqualTo(4);
  }

  @Test
  void alertsSayWhatShouldNotBe_worstFirst() {
    Map<String, Probe> probes = new TreeMap<>();
    probes.put("bastet", new Probe(false, null, "refused", NOON));
    probes.put("dizum", new Probe(true, 1000.1, null, NOON));
    probes.put("moria1", new Probe(true, 500.1, null, NOON));
    probes.put("tor26", new Probe(true, 500.0, null, NOON));
    Authorities authorities =
        new SmallDirectory(aRelay("A").with("nickname", "Serge").flags("Authority"))
            .votes(0, 7, vote -> vote.relay("A", "Fast"))
            .votes(7, 8, vote -> vote.relay("A", "Fast").at("2026-01-15 09:00:00"))
            .vote("9".repeat(40), vote -> vote.relay("A", "Fast"))
            .with(new AuthorityHealth(probes, 0))
            .analyse(Authorities.class);
    assertThat(authorities.authorities())
        .extracting(Authority::name)
        .containsExactly(
            "bastet",
            "dannenberg",
            "dizum",
            "faravahar",
            "gabelmoo",
            "longclaw",
            "maatuska",
            "moria1",
            "Serge",
            "tor26");
    assertThat(authorities.alerts())
        .containsExactly(
            new AuthorityAlert(Kind.DOWN, 0, null, null),
            new AuthorityAlert(Kind.VERY_SLOW, 2, 1000.1, null),
            new AuthorityAlert(Kind.STALE_VOTE, 7, 10_800.0, null),
            new AuthorityAlert(Kind.NO_VOTE, 9, null, null),
            new AuthorityAlert(Kind.UNKNOWN_VOTER, null, null, "9".repeat(40)));
    assertThat(authorities.probes()).isEqualTo(new Authorities.Probes(1, 2, 1));
    assertThat(authorities.freshness()).isEqualTo(Freshness.FRESH);
    assertThat(authorities.authorities().get(8).voter()).as("Serge does not vote").isNull();
  }

  @Test
  void withoutAnySource_theAuthoritiesAreOnlyListed() {
    Authorities authorities = new SmallDirectory(aRelay("A")).analyse(Authorities.class);
    assertThat(authorities.authorities()).hasSize(9);
    assertThat(authorities.alerts()).isEmpty();
    assertThat(authorities.probes()).isNull();
    assertThat(authorities.uptime()).isNull();
    assertThat(authorities.freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(authorities.methods().current()).isNull();
  }

  private static Certificate valid(String key, int hours) {
    return new Certificate(key, NOON.plus(Duration.ofHours(hours)), Validity.VALID);
  }

  private static Descriptors descriptors(Map<String, List<Certificate>> certificates) {
    Map<Fingerprint, Descriptor> relays = new TreeMap<>();
    certificates.forEach(
        (digit, all) -> relays.put(Fingerprint.of(digit.repeat(40)), new Descriptor(NOON, all)));
    return new Descriptors(relays, NOON, NOON, 0);
  }
}
