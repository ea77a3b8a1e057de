package cepa.simulator.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The relays of tick 0 for any count: a sample of the real ones, all of them, or more by
/// extrapolation, which copies relays with new keys, addresses, ages and speeds.
final class Population {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final double DAY = 86_400;

  private Population() {}

  static List<BaseRelay> of(BaseNetwork base, Draw draw, int count) {
    List<BaseRelay> chosen = new ArrayList<>();
    List<BaseRelay> ordinary = new ArrayList<>();
    for (BaseRelay relay : base.relays()) {
      (Authority.running(relay.fingerprint()).isPresent() ? chosen : ordinary).add(relay);
    }
    if (count < base.relays().size()) {
      ordinary.sort(
          Comparator.comparingLong(relay -> draw.of("sample").of(relay.fingerprint()).bits()));
      chosen.addAll(ordinary.subList(0, Math.max(0, count - chosen.size())));
    } else {
      chosen.addAll(ordinary);
      for (int i = 0; chosen.size() < count; i++) {
        Draw clone = draw.of("clone").of(i);
        chosen.add(clone(clone, clone.from(ordinary), base.published()));
      }
    }
    chosen.sort(Comparator.comparing(BaseRelay::fingerprint));
    return List.copyOf(chosen);
  }

  /// A relay that appears during the simulation, near an existing one.
  static BaseRelay newcomer(Draw draw, BaseRelay near, long firstSeen) {
    String address = address(draw, near.ipv4().split("\\."), 1);
    int port = draw.of("port").from(List.of(443, 9001, 8443));
    return new BaseRelay(
        fingerprint(draw),
        List.of(address + ":" + port),
        near.country(),
        firstSeen,
        Math.max(20_480, near.advertisedBandwidth() == null ? 0 : near.advertisedBandwidth() / 5),
        0,
        BaseRelay.NEWCOMER,
        null,
        null);
  }

  private static BaseRelay clone(Draw draw, BaseRelay of, long published) {
    double scale = StrictMath.exp(0.35 * draw.of("speed").gauss());
    Long firstSeen = of.firstSeen();
    if (firstSeen != null) {
      long moved = firstSeen + (long) (draw.of("age").gauss() * 30 * DAY);
      firstSeen = Math.min(published - 3600, moved) / 3600 * 3600;
    }
    Long advertised = of.advertisedBandwidth();
    double staysInNetwork = 0.75;
    return new BaseRelay(
        fingerprint(draw),
        List.of(address(draw, of.ipv4().split("\\."), staysInNetwork) + ":" + of.port()),
        of.country(),
        firstSeen,
        advertised == null ? null : (long) (advertised * scale),
        of.guardProbability() * scale,
        of.traits(),
        of.lastSeen(),
        null);
  }

  private static String fingerprint(Draw draw) {
    return HEX.formatHex(draw.of("fingerprint").bytes(20));
  }

  private static String address(Draw draw, String[] near, double staysInNetwork) {
    String second =
        draw.of("stays").chance(staysInNetwork) ? near[1] : "" + (1 + draw.of("second").below(250));
    return near[0]
        + "."
        + second
        + "."
        + draw.of("third").below(256)
        + "."
        + (1 + draw.of("fourth").below(254));
  }
}
