package cepa.simulator.network;

import cepa.simulator.network.Operators.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All relays of one seed, and their state at any tick. The relays of tick 0 are there from the
/// start; those that join later are invented when a tick first needs them, always the same ones.
/// Safe for use by many threads.
public final class SimulatedNetwork {

  /// Two years of hours.
  public static final int LAST_TICK = 2 * 366 * 24;

  /// As many relays as the real network had.
  public static final int ALL_REAL_RELAYS = 10_916;

  public static final int MOST_RELAYS = 100_000;

  private static final int FEWEST_RELAYS = 20;
  private static final int KEPT_HOURS = 4;

  /// Measured on the real network: 0.021 % of the relays are new each hour.
  private static final double NEWCOMERS_PER_RELAY = 0.00021;

  private final Draw seed;
  private final long epoch;
  private final SoftwareTable software = new SoftwareTable();
  private final RelayMaker maker;
  private final List<SimulatedRelay> founders = new ArrayList<>();
  private final List<SimulatedRelay> newcomers = new ArrayList<>();
  private final double weightPerGuardProbability;
  private final boolean steadyWeights;
  private int newcomersUntil;
  private final Map<Integer, NetworkHour> hours =
      Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));

  /// @param relays how many there are at tick 0, those included that are down
  public SimulatedNetwork(long seed, int relays) {
    this(seed, relays, false);
  }

  /// @param relays how many there are at tick 0, those included that are down
  /// @param steadyWeights whether measured weights stay as they are at tick 0. Otherwise one in six
  ///   changes each hour, which is an assumption: how often they really do was not measured
  public SimulatedNetwork(long seed, int relays, boolean steadyWeights) {
    if (relays < FEWEST_RELAYS || relays > MOST_RELAYS) {
      throw new IllegalArgumentException(
          "Number of relays must be " + FEWEST_RELAYS + " to " + MOST_RELAYS + ", not " + relays);
    }
    BaseNetwork base = BaseNetwork.load();
    this.seed = Draw.ofSeed(seed);
    this.steadyWeights = steadyWeights;
    this.epoch = base.published();
    this.maker = new RelayMaker(base, this.seed, software);
    List<BaseRelay> population = Population.of(base, this.seed.of("population"), relays);
    Operators operators = new Operators(this.seed.of("operators"), population);
    population.forEach(relay -> founders.add(maker.make(relay, operators.of(relay), 0)));
    this.weightPerGuardProbability = guardScale();
  }

  /// The root of the seed's choices.
  public Draw seed() {
    return seed;
  }

  /// The published time of tick 0, seconds since the epoch.
  public long epoch() {
    return epoch;
  }

  /// Versions the authorities recommend.
  public List<String> recommendedVersions() {
    return software.recommendedVersions();
  }

  /// The IPv4 address of an authority.
  public String address(Authority authority) {
    return founders.stream()
        .filter(relay -> relay.fingerprint().equals(authority.relayFingerprint()))
        .map(relay -> relay.base().ipv4())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No relay of " + authority.nickname()));
  }

  /// The network at a tick, the hours since the base time. The newest few are kept, so asking again
  /// is cheap. Hours before tick 0 are answered too: histories and older files need them.
  public NetworkHour at(int tick) {
    if (tick > LAST_TICK) {
      throw new IllegalArgumentException(
          "The simulation ends at tick " + LAST_TICK + ", so there is no tick " + tick);
    }
    synchronized (hours) {
      NetworkHour hour = hours.get(tick);
      if (hour == null) {
        hour = NetworkHour.of(this, tick);
        hours.put(tick, hour);
        if (hours.size() > KEPT_HOURS) {
          hours.remove(hours.keySet().iterator().next());
        }
      }
      return hour;
    }
  }

  /// All relays that ever were up to this tick.
  List<SimulatedRelay> relays(int tick) {
    List<SimulatedRelay> all = new ArrayList<>(founders);
    synchronized (newcomers) {
      while (newcomersUntil < tick) {
        addNewcomers(++newcomersUntil);
      }
      newcomers.stream().filter(relay -> relay.bornTick() <= tick).forEach(all::add);
    }
    return all;
  }

  /// Consensus weight per unit of published guard probability: the published figures fix the
  /// weights of guards up to this factor.
  double weightPerGuardProbability() {
    return weightPerGuardProbability;
  }

  boolean steadyWeights() {
    return steadyWeights;
  }

  private void addNewcomers(int tick) {
    Draw hour = seed.of("newcomers").of(tick);
    double expected = NEWCOMERS_PER_RELAY * founders.size();
    int count = (int) expected + (hour.chance(expected % 1) ? 1 : 0);
    for (int i = 0; i < count; i++) {
      Draw draw = hour.of(i);
      SimulatedRelay near = draw.of("near").from(founders);
      BaseRelay relay = Population.newcomer(draw, near.base(), epoch + tick * 3600L);
      boolean same = draw.of("same-operator").chance(0.5) && !near.isAuthority();
      Operator operator = same ? near.operator() : Operator.invented(draw.of("operator"), 1, 0.16);
      int number = near.operator().size() + tick % 1000 * 10 + i;
      newcomers.add(maker.make(relay, new Place(operator, number), tick));
    }
  }

  private double guardScale() {
    double bandwidth = 0;
    double probability = 0;
    for (SimulatedRelay relay : founders) {
      if (relay.base().guardProbability() > 0) {
        bandwidth += relay.baseBandwidth();
        probability += relay.base().guardProbability();
      }
    }
    return probability == 0 ? 0 : bandwidth / 1000 / probability;
  }
}
