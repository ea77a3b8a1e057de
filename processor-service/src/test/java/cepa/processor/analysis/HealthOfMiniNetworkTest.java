package cepa.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.Relay.Role;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.health.AddressFamilies;
import cepa.model.health.Ages;
import cepa.model.health.ExitPolicies;
import cepa.model.health.KeyFamilies;
import cepa.model.health.MeanUptime;
import cepa.model.health.NetworkHealth;
import cepa.model.health.NetworkHealth.Averages;
import cepa.model.health.NetworkHealth.Identities;
import cepa.model.health.NetworkHealth.Overload;
import cepa.model.health.NetworkHealth.Participation;
import cepa.model.health.RelayPart;
import cepa.model.health.Top;
import cepa.model.health.Utilization.Ratio;
import cepa.model.health.Versions;
import cepa.model.statistics.Period;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.Validation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the mini network is doing.
class HealthOfMiniNetworkTest {

  private static final Results RESULTS =
      Results.of(
          MiniNetwork.AS_OF,
          MiniNetwork.relays(),
          MiniNetwork.uptime(),
          MiniNetwork.bandwidth(),
          MiniNetwork.aroi(),
          MiniNetwork.descriptors());

  private static final NetworkHealth HEALTH = RESULTS.get(NetworkHealth.class);

  @Test
  void countsAndAges() {
    assertThat(HEALTH.overload()).isEqualTo(new Overload(1, true));
    assertThat(HEALTH.participation())
        .as("the three contact texts of two operators")
        .isEqualTo(new Participation(1, 2, 4, 3, 1));
    // Mean 2 years and 8 months, median 2 years and 11 months.
    assertThat(HEALTH.ages()).isEqualTo(new Ages(5, 977L, 1064L, 0, 1, 1, 1));
  }

  @Test
  void capacityOfARelay() {
    var roles = HEALTH.capacity().roles();
    assertThat(Objects.requireNonNull(roles.get(Role.EXIT)).mean()).isEqualTo(35e6);
    assertThat(Objects.requireNonNull(HEALTH.capacity().flags().get("Fast")).mean())
        .isEqualTo(24.4e6);
    var unused = Objects.requireNonNull(HEALTH.capacity().unused());
    assertThat(unused.mean()).isEqualTo(3e6);
    assertThat(unused.median()).isZero();
  }

  @Test
  void placesAndTheirWeightPerBandwidth() {
    assertPart(HEALTH.geography().eu(), 2, 70_000_000, 0.56);
    assertPart(HEALTH.geography().elsewhere(), 3, 52_000_000, 0.36);
    assertRatio(HEALTH.utilization().eu(), 100, 100);
    assertRatio(HEALTH.utilization().elsewhere(), 108, 100);
    assertRatio(HEALTH.utilization().topThree(), 105, 100);
  }

  @Test
  void exits_ofBothFormsOfPolicies() {
    // both let the web out. A-7: the only public address refused is the exit's own.
    assertThat(HEALTH.exitPolicies()).isEqualTo(new ExitPolicies(2, 2, 0, 2, 0, 0, 2, 0, 0));
  }

  @Test
  void addressFamilies() {
    AddressFamilies addresses = HEALTH.addresses();
    assertPart(addresses.both().relays(), 1, 50_000_000, 0.40);
    assertThat(addresses.both().relays().bandwidth() / 122e6)
        .isCloseTo(0.4098360655737705, within(1e-9));
    assertThat(addresses.ipv4Only().relays().relays()).isEqualTo(4);
    assertThat(addresses.both().network()).isEqualTo(new Top("AS100", 1));
    assertThat(addresses.operators()).isEqualTo(new AddressFamilies.Operators(1, 0, 1));
  }

  @Test
  void versionsAndUptime() {
    assertThat(HEALTH.versions()).isEqualTo(new Versions(2, 3, 0, 1, 0, 2, 0));
    MeanUptime uptime = Objects.requireNonNull(HEALTH.uptime());
    assertThat(uptime.share()).isCloseTo(0.8450950950950951, within(1e-9));
    assertThat(uptime.period()).isEqualTo(Period.ONE_MONTH);
  }

  @Test
  void identities() {
    assertThat(HEALTH.identities()).isEqualTo(new Identities(2, 1, 1, 2.0));
    assertThat(HEALTH.averages())
        .as("A-21: operators are domains, as on the same page")
        .isEqualTo(new Averages(1.0, 1 / 3.0, 1 / 3.0));
    var network = RESULTS.get(Validation.class).network();
    assertThat(network.relays())
        .isEqualTo(
            Map.of(
                State.VALIDATED, 1, State.UNVALIDATED, 1, State.NO_FIELDS, 2, State.NO_CONTACT, 1));
    assertThat(Objects.requireNonNull(network.results()).successRate()).isEqualTo(0.5);
  }

  @Test
  void familiesByKey() {
    KeyFamilies keys = HEALTH.keyFamilies();
    assertPart(keys.ready(), 2, 62_000_000, 0.52);
    assertThat(keys.ready().bandwidth() / 122e6).isCloseTo(0.5081967213114754, within(1e-9));
    assertThat(keys)
        .isEqualTo(new KeyFamilies(keys.ready(), 3, 1, 1, 0, new KeyFamilies.Operators(1, 0, 1)));
    assertThat(RESULTS.get(ConsensusEvaluations.class).voters()).hasSize(9);
    assertThat(RESULTS.get(Authorities.class).methods().needed()).isEqualTo(7);
  }

  private static void assertPart(
      RelayPart part, int relays, long bandwidth, double weightFraction) {
    assertThat(part.relays()).isEqualTo(relays);
    assertThat(part.bandwidth()).isEqualTo(bandwidth);
    assertThat(part.weightFraction()).isCloseTo(weightFraction, within(1e-9));
  }

  /// @param mean cut to a whole number
  private static void assertRatio(@Nullable Ratio ratio, long mean, double median) {
    Ratio known = Objects.requireNonNull(ratio);
    assertThat((long) known.mean()).isEqualTo(mean);
    assertThat(known.median()).isEqualTo(median);
  }
}
