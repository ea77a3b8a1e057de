package cepa.simulator.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A relay with all that does not change from hour to hour.
///
/// @param base the real facts
/// @param draw where all choices about this relay hang
/// @param firstSeen seconds since the epoch
/// @param firstHour the same in hours from tick 0
/// @param bornTick the tick from which on documents may name the relay; 0: from the beginning
/// @param baseBandwidth what it advertised at first, bytes per second; may be 0
/// @param oddFlag BadExit, MiddleOnly or StaleDesc; null: none of them
/// @param upgrade what it runs after [#upgradeTick]; null: never upgraded
public record SimulatedRelay(
    BaseRelay base,
    Draw draw,
    String nickname,
    long firstSeen,
    int firstHour,
    int bornTick,
    Operator operator,
    Optional<Authority> authority,
    Optional<Hosting> hosting,
    Optional<Place> place,
    long baseBandwidth,
    boolean guard,
    ExitPolicy exitPolicy,
    Reliability reliability,
    Software software,
    @Nullable Software upgrade,
    RateLimit rateLimit,
    @Nullable Flag oddFlag,
    Outages outages) {

  private static final int MONTHS_TWO = 1440;
  private static final int WEEK = 168;
  private static final double MOVES_PER_WEEK = 0.00045 * WEEK;

  /// Limits the operator set, bytes per second.
  public record RateLimit(long rate, long burst) {}

  public String fingerprint() {
    return base.fingerprint();
  }

  public boolean exit() {
    return exitPolicy != ExitPolicy.NONE;
  }

  boolean isAuthority() {
    return authority.isPresent();
  }

  /// 0: no directory port.
  public int dirPort() {
    return isAuthority() || draw.of("has-dir-port").chance(0.05)
        ? 1024 + draw.of("dir-port").below(60_000)
        : 0;
  }

  public boolean up(int tick) {
    return tick >= firstHour && !outages.covers(tick);
  }

  /// The newest hour at or before this one in which the relay was up.
  int lastUp(int tick) {
    int hour = tick;
    while (!up(hour)) {
      int outage = outages.newestBefore(hour);
      if (outage < 0) {
        return hour;
      }
      hour = outages.start(outage) - 1;
    }
    return hour;
  }

  /// About 0.02 % of the relays are upgraded each hour during the first two months.
  int upgradeTick() {
    return draw.of("upgrade-at").below(MONTHS_TWO);
  }

  public Software software(int tick) {
    return upgrade != null && tick > 0 && tick >= upgradeTick() ? upgrade : software;
  }

  /// The newest change of address during the simulation; 0: none yet. About 0.045 % of the relays
  /// move each hour.
  int movedAt(int tick) {
    for (int week = Math.max(0, tick) / WEEK; week >= 0 && tick > 0; week--) {
      Draw move = draw.of("move").of(week);
      int at = week * WEEK + 1 + move.of("at").below(WEEK);
      if (at <= tick && move.chance(MOVES_PER_WEEK) && !isAuthority()) {
        return at;
      }
    }
    return 0;
  }

  /// `address:port`, the primary one first.
  public List<String> orAddresses(int tick) {
    int moved = movedAt(tick);
    if (moved == 0) {
      return base.orAddresses();
    }
    Draw to = draw.of("moved-to").of(moved);
    String[] old = base.ipv4().split("\\.");
    String primary =
        old[0] + "." + old[1] + "." + to.of(2).below(256) + "." + (1 + to.of(3).below(254));
    return Stream.concat(
            Stream.of(primary + ":" + base.port()), base.orAddresses().stream().skip(1))
        .toList();
  }

  /// The address of the first OR address.
  public String ipv4(int tick) {
    String first = orAddresses(tick).getFirst();
    return first.substring(0, first.lastIndexOf(':'));
  }

  /// The first IPv6 OR address, in brackets and with the port.
  public Optional<String> ipv6() {
    return base.orAddresses().stream().filter(address -> address.startsWith("[")).findFirst();
  }

  /// Whether authorities can reach the IPv6 address, if there is one.
  public boolean ipv6Reachable() {
    return !draw.of("ipv6-unreachable").chance(0.03);
  }

  /// The Ed25519 identity: 32 bytes.
  public byte[] ed25519Identity() {
    return draw.of("ed25519").bytes(32);
  }

  /// When the relay got the addresses it has at a tick, seconds since the epoch.
  ///
  /// @param epoch the time of tick 0
  public long addressSince(int tick, long epoch) {
    int moved = movedAt(tick);
    if (moved > 0) {
      return epoch + moved * 3600L;
    }
    double share = draw.of("address-age").unit();
    long hoursAfterFirst = (long) (Math.max(0, lastUp(0) - firstHour) * share * share);
    return firstSeen + hoursAfterFirst * 3600;
  }

  /// The contact line; null: none.
  public @Nullable String contact(int tick) {
    return Contact.of(operator, hosting.orElse(null), tick);
  }

  /// Whether the relay carries a certificate of the operator's family key.
  public boolean carriesFamilyKey(int tick) {
    return operator.usesFamilyKey() && software(tick).knowsFamilyKeys();
  }
}
