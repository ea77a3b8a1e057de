package cepa.simulator.network;

import cepa.simulator.network.Operators.Place;
import cepa.simulator.network.SimulatedRelay.RateLimit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds to the real facts about a relay all that has to be invented.
final class RelayMaker {

  private static final long UNLIMITED = 1L << 30;
  private static final int HOUR = 3600;

  private final BaseNetwork base;
  private final Draw seed;
  private final HostingTable hosting;
  private final PlaceTable places;
  private final SoftwareTable software;

  RelayMaker(BaseNetwork base, Draw seed, SoftwareTable software) {
    this.base = base;
    this.seed = seed;
    this.software = software;
    this.hosting = new HostingTable(seed.of("hosting"));
    this.places = new PlaceTable(seed.of("places"), base.countryNames());
  }

  SimulatedRelay make(BaseRelay relay, Place place, int bornTick) {
    Draw draw = seed.of("relay").of(relay.fingerprint());
    Optional<Authority> authority = Authority.running(relay.fingerprint());
    long firstSeen = firstSeen(relay, draw);
    int firstHour = (int) Math.floorDiv(firstSeen - base.published(), HOUR);
    long bandwidth = bandwidth(relay, draw);
    boolean exit = exits(relay, draw, place.operator()) && authority.isEmpty();
    boolean guard = authority.isEmpty() && guards(relay, draw, exit);
    Flag odd = authority.isPresent() ? null : oddFlag(draw, exit);
    Reliability reliability = reliability(draw, guard, authority.isPresent());
    Software runs = software.of(relay, draw, place.operator());
    return new SimulatedRelay(
        relay,
        draw,
        nickname(relay, draw, place),
        firstSeen,
        firstHour,
        bornTick,
        place.operator(),
        authority,
        hosting.of(relay),
        places.of(relay),
        bandwidth,
        guard,
        exit && odd != Flag.MIDDLE_ONLY ? ExitPolicy.ofExit(draw.of("policy")) : ExitPolicy.NONE,
        reliability,
        runs,
        draw.of("upgrade").chance(0.3) ? software.upgraded(runs) : null,
        rateLimit(draw, bandwidth),
        odd,
        Outages.of(draw.of("outage"), reliability, firstHour, goneSince(relay)));
  }

  private long firstSeen(BaseRelay relay, Draw draw) {
    Long known = relay.firstSeen();
    if (known != null) {
      return known;
    }
    double age = draw.of("age").unit();
    long days = (long) (30 + 2400 * age * age);
    return base.published() - days * 24 * HOUR;
  }

  private @Nullable Integer goneSince(BaseRelay relay) {
    Long lastSeen = relay.lastSeen();
    return lastSeen == null ? null : (int) Math.floorDiv(lastSeen - base.published(), HOUR) + 1;
  }

  private static long bandwidth(BaseRelay relay, Draw draw) {
    Long known = relay.advertisedBandwidth();
    return known != null ? known : (long) StrictMath.exp(14.3 + 1.3 * draw.of("bandwidth").gauss());
  }

  private static boolean exits(BaseRelay relay, Draw draw, Operator operator) {
    if (relay.flagsKnown()) {
      return relay.knownExit() && relay.guardProbability() == 0;
    }
    double share = operator.exitShare() * (relay.guardProbability() > 0 ? 0.001 : 1);
    return draw.of("exit").chance(share);
  }

  private static boolean guards(BaseRelay relay, Draw draw, boolean exit) {
    return relay.guardProbability() > 0
        || (relay.knownGuard() && exit)
        || (!relay.runsRecommendedVersion() && draw.of("guard").chance(0.3));
  }

  private static @Nullable Flag oddFlag(Draw draw, boolean exit) {
    double share = draw.of("odd").unit();
    if (exit && share < 0.002) {
      return Flag.BAD_EXIT;
    }
    if (!exit && share > 0.010 && share < 0.013) {
      return Flag.MIDDLE_ONLY;
    }
    return share > 0.020 && share < 0.024 ? Flag.STALE_DESC : null;
  }

  private static Reliability reliability(Draw draw, boolean guard, boolean authority) {
    Reliability drawn = Reliability.of(draw.of("reliability"));
    if (authority) {
      return Reliability.STEADY;
    }
    return guard && drawn == Reliability.POOR ? Reliability.USUAL : drawn;
  }

  private static RateLimit rateLimit(Draw draw, long bandwidth) {
    double share = draw.of("limit").unit();
    if (share < 0.62) {
      return new RateLimit(UNLIMITED, UNLIMITED);
    }
    if (share < 0.80) {
      long rate = Math.min(UNLIMITED, Long.highestOneBit(Math.max(bandwidth, 76_800)) * 2);
      return new RateLimit(rate, Math.min(UNLIMITED, rate * 2));
    }
    return new RateLimit(
        Math.max(1, bandwidth), Math.max(1, (long) (bandwidth * (1 + draw.of("burst").unit()))));
  }

  private String nickname(BaseRelay relay, Draw draw, Place place) {
    Optional<Authority> authority = Authority.running(relay.fingerprint());
    if (authority.isPresent()) {
      return authority.get().nickname();
    }
    String known = relay.nickname();
    if (known != null) {
      return known;
    }
    String prefix = place.operator().nicknamePrefix();
    if (prefix != null) {
      String number = (place.number() < 9 ? "0" : "") + (place.number() + 1);
      return prefix + number;
    }
    return draw.of("unnamed").chance(0.09) ? "Unnamed" : draw.of("nickname").from(base.nicknames());
  }
}
