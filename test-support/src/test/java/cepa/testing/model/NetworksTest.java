package cepa.testing.model;

import static cepa.testing.model.Networks.aBareRelay;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aNetworkOf;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.model.SourceProvenance.State;
import org.junit.jupiter.api.Test;

class NetworksTest {

  @Test
  void groupsAndFractionsFollowFromTheRelays() {
    NetworkModel model =
        aNetwork()
            .with(
                aRelay().nickname("slow").guard().in("de").bandwidth(1).weight(1),
                aRelay().nickname("fast").exit().in("se").bandwidth(9).weight(3))
            .build();

    assertThat(model.relays()).extracting("nickname").containsExactly("fast", "slow");
    assertThat(model.groups("country")).extracting(RelayGroup::key).containsExactly("DE", "SE");
    assertThat(model.groups("country"))
        .extracting(RelayGroup::name)
        .containsExactly("Germany", "Sweden");
    assertThat(model.relays().getFirst().weight().fraction()).isEqualTo(0.75);
    assertThat(model.totals().all().exitWeightFraction()).isEqualTo(1.0);
    assertThat(model.groups("network").getFirst().members()).containsExactly(0, 1);
  }

  @Test
  void bareRelay_knowsNothingInsteadOfZero() {
    NetworkModel model = aNetwork().with(aBareRelay()).build();

    assertThat(model.relays().getFirst().bandwidth().observed()).isNull();
    assertThat(model.groups("country")).isEmpty();
    assertThat(model.totals().unknownVersion()).isEqualTo(1);
  }

  @Test
  void familiesShareTheirMemberSets() {
    var a = Fingerprint.of("A".repeat(40));
    var b = Fingerprint.of("B".repeat(40));

    NetworkModel model =
        aNetwork()
            .with(aRelay().fingerprint(b).family(b, a), aRelay().fingerprint(a).family(a, b))
            .build();

    assertThat(model.memberSets()).hasSize(1);
    assertThat(model.members(model.relays().getFirst().family().effective())).containsExactly(a, b);
  }

  @Test
  void missingUptime_leavesTheNetworksUptimeUnknown() {
    NetworkModel model = aNetwork().with(aRelay()).source("onionoo-uptime", State.MISSING).build();

    assertThat(model.totals().uptime()).isNull();
  }

  @Test
  void equalSeedsMakeEqualNetworks_andModelsSurviveTheirTextForm() {
    NetworkModel model = aNetworkOf(50, 7).build();

    assertThat(aNetworkOf(50, 7).build()).isEqualTo(model);
    assertThat(aNetworkOf(50, 8).build()).isNotEqualTo(model);
    assertThat(Json.read(Json.bytes(model), NetworkModel.class)).isEqualTo(model);
  }
}
