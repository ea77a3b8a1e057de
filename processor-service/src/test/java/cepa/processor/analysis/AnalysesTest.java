package cepa.processor.analysis;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static cepa.processor.source.onionoodetails.TestRelay.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.GroupTotals;
import cepa.model.History;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings;
import cepa.processor.AnalysisEngine;
import cepa.processor.Components;
import cepa.processor.Inputs;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.UptimeData;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The whole way from snapshots to the model, on networks small enough to be counted by hand.
class AnalysesTest {

  private static final AnalysisEngine ENGINE = Components.all().engine();

  @Test
  void relayOfflineForExactlyTheLimit_isKept_oneSecondMoreIsNot() {
    Instant limit = NOON.minus(Duration.ofDays(7));
    NetworkModel model =
        model(
            aRelay("A").offlineSince(limit),
            aRelay("B").offlineSince(limit.minusSeconds(1)),
            aRelay("C").with("running", false),
            aRelay("D").with("last_seen", "2001-01-01 00:00:00"));

    assertThat(names(model)).containsExactly("A", "D");
  }

  @Test
  void withoutLimit_everyRelayIsKept() {
    NetworkModel model =
        model(snapshot("s", NOON, aRelay("A").with("running", false)), null, site(0));
    assertThat(names(model)).containsExactly("A");
  }

  @Test
  void baseOrder_isByBandwidth_thenFingerprint() {
    NetworkModel model =
        model(
            aRelay("C").with("observed_bandwidth", 5),
            aRelay("B"),
            aRelay("D").with("observed_bandwidth", 9),
            aRelay("A").with("observed_bandwidth", 5),
            aRelay("E").with("observed_bandwidth", 0));
    assertThat(names(model)).containsExactly("D", "A", "C", "B", "E");
  }

  @Test
  void offlineRelay_hasNoShareOfTheWeight() {
    // D-3: two running relays at a half each, one offline relay of equal weight.
    NetworkModel model =
        model(
            aRelay("A")
                .with("country", "de")
                .with("consensus_weight", 100)
                .with("consensus_weight_fraction", 0.5),
            aRelay("B")
                .with("country", "de")
                .with("consensus_weight", 100)
                .with("consensus_weight_fraction", 0.5),
            aRelay("C")
                .with("country", "de")
                .with("consensus_weight", 100)
                .offlineSince(NOON.minusSeconds(60)));

    assertThat(weights(model)).containsExactly(0.5, 0.5, 0.0);
    assertThat(model.groups("country").getFirst().totals().weightFraction()).isEqualTo(1.0);
    assertThat(model.groups("country").getFirst().totals().weight()).isEqualTo(200);
  }

  @Test
  void runningRelayWithoutShare_isUnknown_ifUpstreamGivesSharesAtAll() {
    NetworkModel model =
        model(
            aRelay("A").with("consensus_weight", 100).with("consensus_weight_fraction", 1.0),
            aRelay("B").with("consensus_weight", 100));
    assertThat(weights(model)).containsExactly(1.0, null);
  }

  @Test
  void noShareAtAll_isMadeFromTheWeightsOfRunningRelays() {
    NetworkModel model =
        model(
            aRelay("A").with("consensus_weight", 300),
            aRelay("B").with("consensus_weight", 100),
            aRelay("C"),
            aRelay("D").with("consensus_weight", 999).offlineSince(NOON));
    assertThat(weights(model)).containsExactly(0.75, 0.25, null, 0.0);
  }

  @Test
  void shareOfAnOfflineRelayOnly_isNoShareGiven() {
    NetworkModel model =
        model(
            aRelay("A").with("consensus_weight", 100),
            aRelay("B").with("consensus_weight_fraction", 0.3).offlineSince(NOON.minusSeconds(60)));
    assertThat(weights(model)).containsExactly(1.0, 0.0);
  }

  @Test
  void missingUptime_isUnknown_neverZero() {
    NetworkModel model = model(aRelay("A"));
    assertThat(model.relays().getFirst().uptime()).isNull();
    assertThat(model.totals().uptime()).isNull();
  }

  @Test
  void uptimeIsJoined_andItsMeanIsOverRelaysOfTheModel() {
    var uptime =
        new UptimeData(
            Map.of(
                fingerprint("A"), new Relay.Uptime(1.0, null, null, null),
                fingerprint("B"), new Relay.Uptime(0.5, 0.25, null, null),
                fingerprint("F"), new Relay.Uptime(0.0, 0.0, 0.0, 0.0)),
            new SeriesArchive.Writer().finish());
    NetworkModel model =
        model(snapshot("s", NOON, aRelay("A"), aRelay("B"), aRelay("C")), uptime, site(7));

    assertThat(model.relays().get(1).uptime()).isEqualTo(new Relay.Uptime(0.5, 0.25, null, null));
    assertThat(model.relays().get(2).uptime()).isNull();
    assertThat(model.totals().uptime()).isEqualTo(new Relay.Uptime(0.75, 0.25, null, null));
  }

  @Test
  void groupsOfAMiniNetwork_countedByHand() {
    NetworkModel model =
        model(
            aRelay("A")
                .flags("Exit", "Guard", "Running")
                .with("observed_bandwidth", 1000)
                .with("consensus_weight", 400)
                .with("consensus_weight_fraction", 0.4)
                .with("country", "de")
                .with("country_name", "Germany")
                .with("as", "AS1")
                .with("as_name", "One")
                .with("measured", true)
                .with("first_seen", "2020-01-01 00:00:00")
                .family("A", "B"),
            aRelay("B")
                .flags("Guard", "Running")
                .with("observed_bandwidth", 500)
                .with("consensus_weight", 300)
                .with("consensus_weight_fraction", 0.3)
                .with("country", "de")
                .with("country_name", "Deutschland")
                .with("as", "AS2")
                .with("first_seen", "2019-01-01 00:00:00")
                .family("A", "B"),
            aRelay("C")
                .with("observed_bandwidth", 200)
                .with("consensus_weight", 200)
                .with("consensus_weight_fraction", 0.2)
                .with("country", "de")
                .with("as", "AS2")
                .with("as_name", "Two")
                .with("measured", false)
                .family("C"),
            aRelay("D")
                .flags("Guard")
                .with("observed_bandwidth", 100)
                .with("consensus_weight", 900)
                .with("country", "fr")
                .with("country_name", "France")
                .with("as", "AS2")
                .offlineSince(NOON.minusSeconds(3600)),
            aRelay("E")
                .flags("Guard", "Running")
                .with("consensus_weight", 100)
                .with("consensus_weight_fraction", 0.1));

    RelayGroup germany = model.groups("country").getFirst();
    assertThat(model.groups("country")).extracting(RelayGroup::key).containsExactly("DE", "FR");
    assertThat(germany.name()).as("of the first member, D-4").isEqualTo("Germany");
    assertThat(germany.members()).containsExactly(0, 1, 2);
    assertThat(germany.totals())
        .isEqualTo(
            new GroupTotals(
                3,
                3,
                1,
                1,
                1,
                1,
                1700,
                500,
                200,
                1000,
                900,
                0.4 + 0.3 + 0.2,
                300.0 / 400,
                1.0,
                1.0,
                2,
                1,
                0,
                1,
                Instant.parse("2019-01-01T00:00:00Z")));
    RelayGroup two = model.groups("network").get(1);
    assertThat(two.key()).isEqualTo("AS2");
    assertThat(two.name()).as("of the first member that has one").isEqualTo("Two");
    assertThat(two.country()).isEqualTo("DE");
    assertThat(two.totals().relays()).isEqualTo(3);
    assertThat(two.totals().running()).isEqualTo(2);
    assertThat(two.totals().families()).as("alone in its family is in none").isEqualTo(1);

    NetworkTotals totals = model.totals();
    assertThat(totals.all().relays()).isEqualTo(5);
    assertThat(totals.all().running()).isEqualTo(4);
    assertThat(totals.all().guards() + totals.all().middles() + totals.all().exits()).isEqualTo(5);
    assertThat(totals.all().guardBandwidth())
        .as("the same members as guardWeightFraction, D-6")
        .isEqualTo(600);
    assertThat(totals.all().weightFraction()).isCloseTo(1.0, within(1e-12));
    assertThat(totals.flags()).isEqualTo(Map.of("Exit", 1, "Guard", 4, "Running", 4, "Valid", 1));
    assertThat(totals.networksForHalf()).as("AS2 holds a half").isEqualTo(1);
  }

  @Test
  void mostFrequentCountry_ofEquals_isTheFirstInBaseOrder() {
    NetworkModel model =
        model(
            aRelay("A").with("as", "AS1").with("country", "fr").with("observed_bandwidth", 1),
            aRelay("B").with("as", "AS1").with("country", "de").with("observed_bandwidth", 2));
    assertThat(model.groups("network").getFirst().country()).isEqualTo("DE");
  }

  @Test
  void totalsCountWhatIsKnown_andWhatIsNot() {
    NetworkModel model =
        model(
            new Details(
                "s",
                NOON,
                List.of(
                    aRelay("A")
                        .with("recommended_version", true)
                        .with("or_addresses", List.of("192.0.2.1:1", "[::1]:1"))
                        .details(),
                    aRelay("B").with("recommended_version", false).details(),
                    aRelay("C").details()),
                5),
            null,
            site(7));

    assertThat(model.totals().recommendedVersion()).isEqualTo(1);
    assertThat(model.totals().unknownVersion()).isEqualTo(1);
    assertThat(model.totals().ipv6()).isEqualTo(1);
    assertThat(model.totals().rejectedRecords()).isEqualTo(5);
  }

  @Test
  void equalFamilies_areOneMemberSet() {
    NetworkModel model = model(aRelay("A").family("B", "A"), aRelay("B").family("A", "B"));
    assertThat(model.memberSets()).containsExactly(List.of(fingerprint("A"), fingerprint("B")));
    assertThat(model.relays()).allMatch(r -> Objects.equals(r.family().effective(), 0));
  }

  @Test
  void historyIsJoined() {
    Details details = snapshot("s", NOON, aRelay("A").with("country", "de"));
    var change = new GroupChange(NOON, List.of(fingerprint("A")), List.of());
    var trend = new NetworkTrend(List.of(new NetworkTrend.Point(NOON, 1, 1, 0, 0, 0)), List.of());
    var history = new History("s", NOON, Map.of(), Map.of("country/DE", List.of(change)), trend);

    NetworkModel model = model(details, null, site(7), history);

    assertThat(model.groups("country").getFirst().changes()).containsExactly(change);
    assertThat(model.trend()).isEqualTo(trend);
    assertThat(model.relays().getFirst().changes()).isEmpty();
    assertThat(model.asOf()).isEqualTo(NOON);
  }

  @Test
  void orderOfRecords_doesNotShow() {
    TestRelay[] relays = {
      aRelay("A").family("A", "B").with("country", "de"),
      aRelay("B").family("A", "B").with("country", "fr"),
      aRelay("C").with("as", "AS5")
    };
    assertThat(model(relays[2], relays[0], relays[1])).isEqualTo(model(relays));
  }

  @Test
  void emptyNetwork_hasZerosAndUnknowns() {
    NetworkModel model = model();
    assertThat(model.totals().all().relays()).isZero();
    assertThat(model.totals().all().guardWeightFraction()).isZero();
    assertThat(model.totals().all().firstSeen()).isNull();
    assertThat(model.groups("country")).isEmpty();
  }

  private static NetworkModel model(TestRelay... relays) {
    return model(snapshot("s", NOON, relays), null, site(7));
  }

  private static NetworkModel model(
      Details details, @Nullable UptimeData uptime, SiteSettings site) {
    return model(details, uptime, site, History.empty());
  }

  private static NetworkModel model(
      Details details, @Nullable UptimeData uptime, SiteSettings site, History history) {
    AnalysisEngine engine = ENGINE;
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(Details.class, details);
    if (uptime != null) {
      given.put(UptimeData.class, uptime);
    }
    given.put(History.class, history);
    given.put(SiteSettings.class, site);
    given.put(Inputs.class, new Inputs(details.published(), Map.of(), List.of(), "h"));
    return (NetworkModel) Objects.requireNonNull(engine.run(given).get(NetworkModel.class));
  }

  private static SiteSettings site(int days) {
    return new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, days);
  }

  private static List<String> names(NetworkModel model) {
    return model.relays().stream().map(r -> r.fingerprint().hex().substring(0, 1)).toList();
  }

  private static List<@Nullable Double> weights(NetworkModel model) {
    return model.relays().stream().<@Nullable Double>map(r -> r.weight().fraction()).toList();
  }

  private static Fingerprint fingerprint(String digit) {
    return Fingerprint.of(digit.repeat(40));
  }
}
