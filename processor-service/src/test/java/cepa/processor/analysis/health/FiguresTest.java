package cepa.processor.analysis.health;

import static cepa.testing.model.Networks.aBareRelay;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.Relay.PortSummary;
import cepa.model.Relay.Role;
import cepa.model.health.AddressFamilies;
import cepa.model.health.Ages;
import cepa.model.health.ExitPolicies;
import cepa.model.health.Top;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.RelayBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Figures of a network small enough to be counted by hand.
class FiguresTest {

  private static final Instant AS_OF = Instant.parse("2025-01-01T12:00:00Z");
  private static final NetworkModel MODEL = mini().build();

  /// Three running relays, one exit of each form of policy, and one offline.
  private static NetworkBuilder mini() {
    return aNetwork()
        .asOf(AS_OF)
        .with(
            relay("A", 50_000_000, 40_000_000L, 5000, "2020-01-01T00:00:00Z")
                .flag("Exit")
                .flag("Guard")
                .network("AS100", null)
                .contact("ciissversion:2 proof:uri-rsa url:a.example")
                .addresses("11.0.0.1:443", "[2a01::1]:443")
                .exitPolicy(
                    new Relay.ExitPolicy(
                        List.of(
                            "reject 0.0.0.0/8:*",
                            "reject 11.0.0.1:*",
                            "accept *:80",
                            "accept *:443",
                            "reject *:*"),
                        new PortSummary(true, List.of("80", "443")),
                        null)),
            relay("B", 30_000_000, 30_000_000L, 3000, "2021-06-01T00:00:00Z")
                .guard()
                .in("US")
                .addresses("11.0.0.2:443"),
            relay("C", 20_000_000, 25_000_000L, 2000, "2024-12-15T00:00:00Z")
                .flag("Exit")
                .network("AS100", null)
                .addresses("11.0.0.3:443")
                .exitPolicy(
                    new Relay.ExitPolicy(
                        List.of("reject *:25", "reject *:119", "accept *:*"),
                        new PortSummary(false, List.of("25", "119")),
                        null)),
            relay("D", 12_000_000, 12_000_000L, 1500, "2023-03-03T03:03:03Z")
                .addresses("11.0.0.4:443"),
            relay("E", 10_000_000, 10_000_000L, 1000, "2022-02-02T02:02:02Z")
                .guard()
                .addresses("11.0.0.5:443")
                .offlineSince(AS_OF));
  }

  private static RelayBuilder relay(
      String digit, long observed, Long advertised, long weight, String firstSeen) {
    return aRelay()
        .fingerprint(digit.repeat(40))
        .bandwidth(new Relay.Bandwidth(observed, advertised, null, null))
        .weight(weight)
        .firstSeen(Instant.parse(firstSeen));
  }

  @Test
  void ages_areWholeDays_andNewRelaysCountInEveryLongerSpan() {
    assertThat(AgeFigures.of(MODEL.relays(), AS_OF))
        .isEqualTo(new Ages(5, 977L, 1064L, 0, 1, 1, 1));
  }

  @Test
  void relayFirstSeenExactlyADayAgo_isNew_andOneFromTheFutureHasNoAge() {
    var relays =
        aNetwork()
            .with(
                aRelay().firstSeen(AS_OF.minusSeconds(86_400)),
                aRelay().firstSeen(AS_OF.plusSeconds(9_999_999)),
                aBareRelay())
            .build()
            .relays();
    assertThat(AgeFigures.of(relays, AS_OF)).isEqualTo(new Ages(2, 0L, 0L, 2, 2, 2, 2));
  }

  @Test
  void capacity_isPerRoleAndFlag_andTellsNothingOfNobody() {
    var capacity = BandwidthFigures.capacity(MODEL.relays());
    assertThat(Objects.requireNonNull(capacity.roles().get(Role.EXIT)).mean()).isEqualTo(35e6);
    assertThat(Objects.requireNonNull(capacity.flags().get("Fast")).mean()).isEqualTo(24.4e6);
    assertThat(capacity.flags()).containsOnlyKeys("Fast");
    assertThat(Objects.requireNonNull(capacity.unused()).mean()).isEqualTo(3e6);
    assertThat(Objects.requireNonNull(capacity.unused()).median()).isZero();
  }

  @Test
  void weightPerBandwidth_isOfRelaysThatHaveBoth() {
    List<Relay> eu = List.of(relay("A"), relay("C"), aBareRelayOfItsOwn());
    var ratio = Objects.requireNonNull(BandwidthFigures.ratio(eu));
    assertThat(ratio.mean()).isEqualTo(100);
    assertThat(ratio.relays()).isEqualTo(2);
    var others =
        Objects.requireNonNull(BandwidthFigures.ratio(List.of(relay("B"), relay("D"), relay("E"))));
    assertThat(others.mean()).isCloseTo(108.33, within(0.01));
    assertThat(others.median()).isEqualTo(100);
    assertThat(BandwidthFigures.ratio(List.of(aBareRelayOfItsOwn()))).isNull();
  }

  @Test
  void exitPolicies_ofBothForms_areEvaluated() {
    // both let the web out; A-7: nobody refuses a public address but its own.
    assertThat(ExitFigures.of(MODEL.relays()))
        .isEqualTo(new ExitPolicies(2, 2, 0, 2, 0, 0, 2, 0, 0));
  }

  @Test
  void exitWithoutPolicy_isUnknown() {
    var relays =
        aNetwork()
            .with(aRelay().exitPolicy(new Relay.ExitPolicy(List.of(), null, null)).flag("Exit"))
            .build()
            .relays();
    assertThat(ExitFigures.of(relays)).isEqualTo(new ExitPolicies(1, 0, 0, 0, 1, 0, 0, 1, 0));
  }

  @Test
  void addressFamilies_areOfAllAddresses_andValidatedDomains() {
    AddressFamilies families =
        AddressFigures.of(MODEL.relays(), Set.of("a.example", "gone.example"));
    assertThat(families.both().relays().relays()).isEqualTo(1);
    assertThat(families.both().relays().bandwidth()).isEqualTo(50_000_000);
    assertThat(families.ipv4Only().relays().relays()).isEqualTo(4);
    assertThat(families.ipv4Only().country()).isEqualTo(new Top("DE", 3));
    assertThat(families.operators()).isEqualTo(new AddressFamilies.Operators(1, 0, 2));
    assertThat(AddressFigures.of(MODEL.relays(), null).operators()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4.9.1-alpha", "0.4.9.1", "0.5.0", "0.4.9.10", "1"})
  void versionFromThatOneOn_knowsFamilyKeys(String version) {
    assertThat(SoftwareFigures.knowsFamilyKeys(version)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4.9", "0.4.9.0", "0.4.8.22", "", "abc", "0.4.9.x", "-1", "0..9", "1."})
  void olderOrUnreadableVersion_doesNot(String version) {
    assertThat(SoftwareFigures.knowsFamilyKeys(version)).isFalse();
  }

  @Test
  void ports_ofBothForms_arePortsThatGoOut() {
    assertThat(PortSet.of(new PortSummary(true, List.of("1-65535"))).isEverything()).isTrue();
    assertThat(PortSet.of(new PortSummary(true, List.of("1-80", "81-65535"))).isEverything())
        .isTrue();
    assertThat(PortSet.of(new PortSummary(false, List.of("x", "9-1", "70000"))).isEverything())
        .isTrue();
    assertThat(PortSet.of(new PortSummary(false, List.of("25"))).isEverything()).isFalse();
    assertThat(PortSet.of(new PortSummary(false, List.of("25"))).contains(80)).isTrue();
    assertThat(PortSet.of(new PortSummary(true, List.of("20-30"))).contains(80)).isFalse();
  }

  private static Relay relay(String digit) {
    return MODEL.relays().stream()
        .filter(relay -> relay.fingerprint().hex().startsWith(digit))
        .findFirst()
        .orElseThrow();
  }

  private static Relay aBareRelayOfItsOwn() {
    return aNetwork().with(aBareRelay()).build().relays().getFirst();
  }
}
