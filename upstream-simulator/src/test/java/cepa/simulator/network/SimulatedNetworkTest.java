package cepa.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cepa.simulator.SmallNetwork;
import cepa.simulator.document.Timestamps;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatedNetworkTest {

  private static final SimulatedNetwork SMALL = SmallNetwork.NETWORK;

  @Test
  void baseTimeIsTheHourOfTheRealFacts() {
    assertThat(Timestamps.text(SMALL.at(0).published())).isEqualTo("2026-08-22 15:00:00");
    assertThat(Timestamps.text(SMALL.at(10).published())).isEqualTo("2026-08-23 01:00:00");
  }

  @Test
  void sameArguments_sameNetwork() {
    NetworkHour once = new SimulatedNetwork(5, 200).at(7);
    SimulatedNetwork other = new SimulatedNetwork(5, 200);
    other.at(30); // asking for other hours before must not matter
    NetworkHour again = other.at(7);
    assertThat(again.relays()).hasSameSizeAs(once.relays());
    for (int i = 0; i < once.relays().size(); i++) {
      RelayHour one = once.relays().get(i);
      RelayHour two = again.relays().get(i);
      assertThat(facts(two)).isEqualTo(facts(one));
    }
  }

  private static List<Object> facts(RelayHour state) {
    return List.of(
        state.fingerprint(),
        state.running(),
        state.lastSeen(),
        state.lastRestarted(),
        state.descriptor(),
        state.flags(),
        state.consensusWeight(),
        state.family(),
        String.valueOf(state.relay().contact(7)),
        state.relay().orAddresses(7),
        state.relay().nickname());
  }

  @Test
  void steadyWeights_changeOnlyWithTheRelay() {
    NetworkHour steady = new SimulatedNetwork(5, 200, true).at(12);
    NetworkHour usual = new SimulatedNetwork(5, 200).at(12);
    assertThat(share(steady, new SimulatedNetwork(5, 200).at(0))).isLessThan(0.05);
    assertThat(share(usual, new SimulatedNetwork(5, 200).at(0))).isGreaterThan(0.5);
  }

  /// Relays of both hours whose weight is another one.
  private static double share(NetworkHour one, NetworkHour other) {
    Map<String, Integer> weights =
        other.relays().stream()
            .collect(Collectors.toMap(RelayHour::fingerprint, RelayHour::consensusWeight));
    return (double)
            one.relays().stream()
                .filter(relay -> {
                  int weight = relay.consensusWeight();
                  return weights.getOrDefault(relay.fingerprint(), weight) != weight;
                })
                .count()
        / weights.size();
  }

  @Test
  void anotherSeed_anotherNetwork() {
    Set<String> one = fingerprints(new SimulatedNetwork(1, 200).at(0));
    Set<String> two = fingerprints(new SimulatedNetwork(2, 200).at(0));
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void allRealRelays_runAsTheyReallyDid() {
    NetworkHour hour = new SimulatedNetwork(1, SimulatedNetwork.ALL_REAL_RELAYS).at(0);
    assertThat(hour.relays()).hasSize(10_916);
    assertThat(hour.running()).hasSize(10_152);
  }

  @Test
  void moreRelaysThanReal_areExtrapolatedWithoutDuplicates() {
    BaseNetwork base = BaseNetwork.load();
    List<BaseRelay> relays = Population.of(base, Draw.ofSeed(1), 15_000);
    assertThat(relays).hasSize(15_000);
    assertThat(relays.stream().map(BaseRelay::fingerprint)).doesNotHaveDuplicates();
    Set<String> real =
        base.relays().stream().map(BaseRelay::fingerprint).collect(Collectors.toSet());
    assertThat(relays.stream().map(BaseRelay::fingerprint)).containsAll(real);
    assertThat(relays).allSatisfy(relay -> assertThat(relay.fingerprint()).matches("[0-9A-F]{40}"));
  }

  @Test
  void everySize_hasAllAuthorities() {
    assertThat(new SimulatedNetwork(1, 20).at(0).relays())
        .filteredOn(relay -> relay.has(Flag.AUTHORITY))
        .hasSize(10);
  }

  @Test
  void probabilitiesOfAllRunningRelays_sumToOne() {
    for (int tick : List.of(0, 5)) {
      NetworkHour hour = SMALL.at(tick);
      PathWeights weights = hour.weights();
      List<Function<RelayHour, Double>> figures =
          List.of(
              weights::fraction,
              weights::guardProbability,
              weights::middleProbability,
              weights::exitProbability);
      for (Function<RelayHour, Double> figure : figures) {
        double sum = hour.running().stream().mapToDouble(figure::apply).sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void effectiveFamilies_areMutual() {
    Map<String, Family> families =
        SMALL.at(2).relays().stream()
            .collect(Collectors.toMap(RelayHour::fingerprint, RelayHour::family));
    assertThat(families.values()).anySatisfy(family -> assertThat(family.effective()).isNotEmpty());
    assertThat(families.values()).anySatisfy(family -> assertThat(family.alleged()).isNotEmpty());
    families.forEach((fingerprint, family) -> {
      for (String member : family.effective()) {
        assertThat(families.getOrDefault(member, Family.NONE).effective()).contains(fingerprint);
        assertThat(families.getOrDefault(member, Family.NONE).declared()).contains(fingerprint);
      }
      for (String member : family.alleged()) {
        assertThat(families.getOrDefault(member, Family.NONE).declared())
            .doesNotContain(fingerprint);
      }
    });
  }

  @Test
  void hostileContacts_areAmongTheRelays() {
    Set<String> contacts = new HashSet<>();
    SMALL.at(0).relays().forEach(state -> contacts.add(String.valueOf(state.relay().contact(0))));
    assertThat(HostileContacts.all()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(contacts).containsAll(HostileContacts.all());
  }

  @Test
  void changeFromHourToHour_isThatOfTheRealNetwork() {
    SimulatedNetwork network = new SimulatedNetwork(1, 4000);
    double bandwidth = 0;
    double toggled = 0;
    double weights = 0;
    double moved = 0;
    int hours = 6;
    NetworkHour before = network.at(0);
    double guards = 0;
    for (int tick = 1; tick <= hours; tick++) {
      NetworkHour after = network.at(tick);
      Changes changes = new Changes(before, after);
      bandwidth += changes.share((a, b) -> advertised(a) != advertised(b));
      toggled += changes.share((a, b) -> a.running() != b.running());
      weights += changes.share((a, b) -> a.consensusWeight() != b.consensusWeight());
      int now = tick;
      moved +=
          changes.share(
              (a, b) -> !a.relay().orAddresses(now - 1).equals(b.relay().orAddresses(now)));
      guards += changes.guardsWithAnotherProbability();
      before = after;
    }
    assertThat(bandwidth / hours).isBetween(0.010, 0.020); // measured 0.015
    assertThat(toggled / hours).isBetween(0.0020, 0.0065); // measured at least 0.0028
    assertThat(weights / hours).isBetween(0.10, 0.20);
    assertThat(moved / hours).isBetween(0.0001, 0.0010); // measured 0.00045
    assertThat(guards / hours).isGreaterThan(0.99); // measured 0.9998
  }

  @Test
  void brandNewRelays_appearAtTheMeasuredRate() {
    SimulatedNetwork network = new SimulatedNetwork(1, 4000);
    Set<String> before = fingerprints(network.at(0));
    long added =
        network.at(48).relays().stream()
            .filter(state -> !before.contains(state.fingerprint()))
            .filter(state -> state.relay().bornTick() > 0)
            .count();
    assertThat(added / 48.0 / 4000).isBetween(0.00012, 0.00030); // measured 0.00021
  }

  @Test
  void limits_areExplained() {
    assertThatThrownBy(() -> new SimulatedNetwork(1, 5)).hasMessageContaining("20 to 100000");
    assertThatThrownBy(() -> new SimulatedNetwork(1, 100_001)).hasMessageContaining("100001");
    assertThatThrownBy(() -> SMALL.at(SimulatedNetwork.LAST_TICK + 1))
        .hasMessageContaining("ends at tick");
  }

  private static long advertised(RelayHour state) {
    return state.descriptor().advertisedBandwidth();
  }

  private static Set<String> fingerprints(NetworkHour hour) {
    return hour.relays().stream().map(RelayHour::fingerprint).collect(Collectors.toSet());
  }

  /// Compares the relays that two hours have in common.
  private static final class Changes {

    private final NetworkHour before;
    private final NetworkHour after;
    private final Map<String, RelayHour> old;

    Changes(NetworkHour before, NetworkHour after) {
      this.before = before;
      this.after = after;
      this.old = before.relays().stream().collect(Collectors.toMap(RelayHour::fingerprint, s -> s));
    }

    double share(BiPredicate<RelayHour, RelayHour> changed) {
      return after.relays().stream()
          .filter(state -> old.containsKey(state.fingerprint()))
          .mapToInt(state -> changed.test(was(state), state) ? 1 : 0)
          .average()
          .orElseThrow();
    }

    private RelayHour was(RelayHour state) {
      return Objects.requireNonNull(old.get(state.fingerprint()));
    }

    double guardsWithAnotherProbability() {
      return after.running().stream()
          .filter(state -> state.has(Flag.GUARD) && !state.has(Flag.EXIT))
          .filter(state -> old.containsKey(state.fingerprint()))
          .mapToInt(state -> {
            double old = before.weights().guardProbability(was(state));
            return old == after.weights().guardProbability(state) ? 0 : 1;
          })
          .average()
          .orElseThrow();
    }
  }
}
