package cepa.simulator.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Works out the state of relays at one tick.
final class RelayStates {

  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final int UNMEASURED_CAP = 20;
  private static final int FAST = 102_400;
  private static final int MEASURED_EVERY = 6;

  private final SimulatedNetwork network;
  private final int tick;

  RelayStates(SimulatedNetwork network, int tick) {
    this.network = network;
    this.tick = tick;
  }

  RelayHour of(SimulatedRelay relay) {
    boolean running = relay.up(tick);
    int lastUp = running ? tick : relay.lastUp(tick);
    long lastSeen = network.epoch() + lastUp * HOUR;
    long age = lastSeen - relay.firstSeen();
    RelayDescriptor descriptor = RelayDescriptor.of(relay, network.epoch(), lastUp);
    boolean measured = !relay.isAuthority() && age > 2 * DAY && isMeasured(relay);
    return new RelayHour(
        relay,
        running,
        lastSeen,
        restarted(relay, lastUp),
        descriptor,
        flags(relay, descriptor, age),
        measured ? measuredWeight(relay) : unmeasuredWeight(descriptor),
        measured,
        Family.NONE);
  }

  private static boolean isMeasured(SimulatedRelay relay) {
    return relay.base().guardProbability() > 0 || relay.draw().of("measured").chance(0.975);
  }

  /// At the end of the newest outage, at an upgrade, or at a restart in between.
  private long restarted(SimulatedRelay relay, int lastUp) {
    Draw draw = relay.draw().of("restart");
    int outage = relay.outages().newestBefore(lastUp);
    int back = outage < 0 ? relay.firstHour() : relay.outages().end(outage);
    int between = -(int) draw.exponential(45 * 24);
    int upgrade = relay.upgradeTick();
    boolean upgraded = relay.upgrade() != null && upgrade > 0 && upgrade <= lastUp;
    int hour = Math.max(upgraded ? upgrade : back, Math.max(back, Math.min(between, lastUp)));
    return network.epoch() + (hour - 1) * HOUR + draw.of("minute").below(3000);
  }

  private Set<Flag> flags(SimulatedRelay relay, RelayDescriptor descriptor, long age) {
    EnumSet<Flag> flags = EnumSet.of(Flag.RUNNING, Flag.VALID);
    Draw draw = relay.draw();
    boolean authority = relay.isAuthority();
    Flag odd = relay.oddFlag();
    if (odd != null) {
      flags.add(odd);
    }
    if (authority || relay.dirPort() != 0 || draw.of("v2dir").chance(0.97)) {
      flags.add(Flag.V2DIR);
    }
    if (authority || descriptor.advertisedBandwidth() >= FAST) {
      flags.add(Flag.FAST);
    }
    boolean stable = age > 5 * DAY && draw.of("stable").chance(relay.reliability().stableShare());
    if (authority || relay.guard() || stable) {
      flags.add(Flag.STABLE);
    }
    if (relay.guard() && age > 8 * DAY && odd != Flag.MIDDLE_ONLY && odd != Flag.BAD_EXIT) {
      flags.addAll(EnumSet.of(Flag.GUARD, Flag.FAST, Flag.STABLE, Flag.V2DIR));
    }
    boolean directory = flags.containsAll(EnumSet.of(Flag.STABLE, Flag.FAST, Flag.V2DIR));
    if (authority || (directory && age > 4 * DAY && draw.of("hsdir").chance(0.93))) {
      flags.add(Flag.HSDIR);
    }
    if (relay.exit()) {
      flags.add(Flag.EXIT);
    }
    if (authority) {
      flags.add(Flag.AUTHORITY);
    }
    return Collections.unmodifiableSet(flags);
  }

  private static int unmeasuredWeight(RelayDescriptor descriptor) {
    long kilobytes = descriptor.advertisedBandwidth() / 1000;
    return Math.clamp(kilobytes, 1, UNMEASURED_CAP);
  }

  /// From the published guard probability where there is one; a new measurement comes about every
  /// six hours.
  private int measuredWeight(SimulatedRelay relay) {
    Draw draw = relay.draw().of("weight");
    double published = relay.base().guardProbability();
    double weight =
        published > 0
            ? published * network.weightPerGuardProbability()
            : relay.baseBandwidth() / 1000.0 * StrictMath.exp(0.5 * draw.gauss() - 0.1);
    int measurement = Math.floorDiv(tick + draw.of("phase").below(MEASURED_EVERY), MEASURED_EVERY);
    if (measurement > 0 && !network.steadyWeights()) {
      weight *= StrictMath.exp(0.08 * draw.of("measurement").of(measurement).gauss());
    }
    if (relay.oddFlag() == Flag.STALE_DESC) {
      weight /= 4;
    }
    return roundedToThreeDigits(Math.max(1, (int) weight));
  }

  private static int roundedToThreeDigits(int weight) {
    int step = 1;
    while (weight / step >= 1000) {
      step *= 10;
    }
    return weight / step * step;
  }
}
