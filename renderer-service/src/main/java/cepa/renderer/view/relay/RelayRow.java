package cepa.renderer.view.relay;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.KeyedLink;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.operator.OperatorNames;
import org.jspecify.annotations.Nullable;

/// A relay in a table. Only facts that hold wherever it is listed, so that the row is rendered
/// once.
///
/// @param relay nickname, leading to the relay's page, which is named after the fingerprint
/// @param fingerprint 40 hex digits
/// @param running in the last consensus
/// @param role the one role it is counted in
/// @param observed observed bandwidth, in the unit of tables; null if unknown
/// @param consensusWeight share of the network; null if unknown
/// @param uptime share of the last six months it ran; null if unknown
/// @param operator what its operator is called; null if it names none
/// @param country where it is; null if unknown
/// @param network its autonomous system; null if unknown
/// @param networkName as the registry has it; null if unknown
/// @param version of Tor; null if unknown
/// @param recommended whether that version is; null if unknown
/// @param firstSeen null if unknown
public record RelayRow(
    KeyedLink relay,
    String fingerprint,
    boolean running,
    Relay.Role role,
    @Nullable Rate observed,
    @Nullable Share consensusWeight,
    @Nullable Share uptime,
    @Nullable Link operator,
    @Nullable KeyedLink country,
    @Nullable KeyedLink network,
    @Nullable String networkName,
    @Nullable String version,
    @Nullable Boolean recommended,
    @Nullable Day firstSeen) {

  private static final String UNNAMED = "Unnamed";
  private static final int NETWORK_NAME = 24;

  /// What a relay is called on pages.
  public static String nickname(Relay relay) {
    return DisplayText.lineOr(relay.nickname(), DisplayText.NICKNAME, UNNAMED);
  }

  static RelayRow of(Relay relay, PageContext context) {
    NetworkModel model = context.model();
    Relay.Place place = relay.place();
    Relay.Network network = relay.network();
    Long observed = relay.bandwidth().observed();
    return new RelayRow(
        KeyedLink.of(context.links().to("relay", relay.fingerprint().hex(), nickname(relay))),
        relay.fingerprint().hex(),
        relay.running(),
        relay.role(),
        observed == null
            ? null
            : Rate.in(observed, RateUnit.ofTables(model.site().bandwidthUnit()), 1),
        Share.of(relay.weight().fraction(), 2),
        relay.uptime() == null ? null : Share.of(relay.uptime().sixMonths(), 1),
        OperatorNames.of(context).link(relay),
        place == null
            ? null
            : KeyedLink.of(context.links().to("country", place.country(), code(place.country()))),
        network == null
            ? null
            : KeyedLink.of(context.links().to("network", network.number(), code(network.number()))),
        network == null ? null : DisplayText.line(network.name(), NETWORK_NAME),
        DisplayText.line(relay.software().version(), DisplayText.VERSION),
        relay.software().recommended(),
        Day.of(relay.times().firstSeen()));
  }

  private static String code(String key) {
    return DisplayText.lineOr(key, DisplayText.NICKNAME, UNNAMED);
  }
}
