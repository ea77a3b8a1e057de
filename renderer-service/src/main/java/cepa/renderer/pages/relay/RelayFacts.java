package cepa.renderer.pages.relay;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageHead;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.relay.RelayLinks;
import cepa.renderer.view.relay.RelayRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a relay of the model into what its page shows: rounds, caps, cleans, links.
final class RelayFacts {

  private static final int FAMILY = 50;
  private static final int RULES = 1_000;
  private static final int PORTS = 60;
  private static final int ADDRESSES = 10;
  private static final List<String> EVERY_PORT = List.of("1-65535");
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  /// The order people know flags in; others follow by name.
  private static final List<String> FLAG_ORDER =
      List.of(
          "Running",
          "Valid",
          "V2Dir",
          "Fast",
          "Stable",
          "HSDir",
          "Guard",
          "Exit",
          "Authority",
          "MiddleOnly",
          "BadExit",
          "NoEdConsensus");

  private final Relay relay;
  private final PageContext context;
  private final BandwidthUnit unit;

  RelayFacts(Relay relay, PageContext context) {
    this.relay = relay;
    this.context = context;
    this.unit = context.model().site().bandwidthUnit();
  }

  RelayView view() {
    RelayView.Place place = place();
    return new RelayView(
        head(place),
        RelayRow.nickname(relay),
        relay.fingerprint().hex(),
        relay.running(),
        relay.role(),
        Findings.of(relay, context.model()),
        times(),
        bandwidth(),
        weight(),
        uptime(),
        place,
        flags(),
        software(),
        exitPolicy(),
        DisplayText.block(relay.contact(), DisplayText.CONTACT),
        family(),
        relay.hibernating(),
        Moment.of(relay.overloadedAt()),
        relay.changes().stream().map(RelayFacts::change).toList());
  }

  private PageHead head(RelayView.Place place) {
    String nickname = RelayRow.nickname(relay);
    List<Link> trail = new ArrayList<>();
    if (place.network() != null) {
      trail.add(new Link("Networks", context.links().path("listing-networks", "")));
      trail.add(place.network());
    }
    return new PageHead(
        nickname,
        "Tor relay "
            + nickname
            + ", fingerprint "
            + relay.fingerprint().hex()
            + ": state, bandwidth, uptime, software, family and changes.",
        "relays",
        trail,
        true,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }

  private RelayView.Times times() {
    Relay.Times times = relay.times();
    return new RelayView.Times(
        Day.of(times.firstSeen()),
        relay.running() ? null : Moment.of(times.lastSeen()),
        Moment.of(times.lastRestarted()),
        Moment.of(times.lastChangedAddress()));
  }

  private RelayView.Bandwidth bandwidth() {
    Relay.Bandwidth bandwidth = relay.bandwidth();
    Long rate = bandwidth.rate();
    Long burst = bandwidth.burst();
    return new RelayView.Bandwidth(
        Rate.of(bandwidth.observed(), unit),
        Rate.of(bandwidth.advertised(), unit),
        rate == null || rate == 0 ? null : Rate.of(rate, unit),
        burst == null || burst == 0 ? null : Rate.of(burst, unit),
        rate != null && rate == 0 && burst != null && burst == 0);
  }

  private RelayView.Weight weight() {
    Relay.Weight weight = relay.weight();
    Long raw = weight.consensusWeight();
    return new RelayView.Weight(
        Share.of(weight.fraction(), 2),
        raw == null ? null : BigDecimal.valueOf(raw).round(TWO_DIGITS).longValueExact(),
        weight.measured());
  }

  private RelayView.@Nullable Uptime uptime() {
    if (!Sources.isPresent(context.model(), Sources.UPTIME)) {
      return null;
    }
    Relay.Uptime uptime = relay.uptime();
    Chart weeks = UptimeWeeks.of(context.series().of(relay.fingerprint()), context.model().asOf());
    return new RelayView.Uptime(
        uptime == null ? null : Share.of(uptime.oneMonth(), 1),
        uptime == null ? null : Share.of(uptime.sixMonths(), 1),
        uptime == null ? null : Share.of(uptime.oneYear(), 1),
        uptime == null ? null : Share.of(uptime.fiveYears(), 1),
        weeks,
        weeks == null ? null : UptimeWeeks.lowest(weeks));
  }

  private RelayView.Place place() {
    Relay.Addresses addresses = relay.addresses();
    Relay.Place place = relay.place();
    Relay.Network network = relay.network();
    return new RelayView.Place(
        shown(addresses.or()),
        shown(addresses.exit()),
        DisplayText.line(addresses.dir(), DisplayText.ADDRESS),
        shown(addresses.unreachable()),
        shown(addresses.verifiedHostNames()),
        shown(addresses.unverifiedHostNames()),
        place == null ? null : country(place),
        place == null ? null : DisplayText.line(place.region(), DisplayText.PLACE_NAME),
        place == null ? null : DisplayText.line(place.city(), DisplayText.PLACE_NAME),
        network == null
            ? null
            : context
                .links()
                .to(
                    "network",
                    network.number(),
                    DisplayText.lineOr(network.number(), DisplayText.NICKNAME, "?")),
        network == null ? null : DisplayText.line(network.name(), DisplayText.NETWORK_NAME));
  }

  private Link country(Relay.Place place) {
    String code = DisplayText.lineOr(place.country(), DisplayText.NICKNAME, "?");
    return context
        .links()
        .to(
            "country",
            place.country(),
            DisplayText.lineOr(place.countryName(), DisplayText.PLACE_NAME, code));
  }

  private static List<String> shown(List<String> texts) {
    return texts.stream()
        .limit(ADDRESSES)
        .map(text -> DisplayText.lineOr(text, DisplayText.HOST_NAME, "?"))
        .toList();
  }

  private List<String> flags() {
    List<String> known = FLAG_ORDER.stream().filter(relay::has).toList();
    List<String> flags = new ArrayList<>(known);
    relay.flags().stream()
        .filter(flag -> !FLAG_ORDER.contains(flag))
        .map(flag -> DisplayText.line(flag, DisplayText.NICKNAME))
        .forEach(flag -> {
          if (flag != null) {
            flags.add(flag);
          }
        });
    return flags;
  }

  private RelayView.Software software() {
    Relay.Software software = relay.software();
    String version = DisplayText.line(software.version(), DisplayText.VERSION);
    String platform = DisplayText.line(software.platform(), DisplayText.VERSION);
    String text = DisplayText.line(software.platformText(), DisplayText.VERSION);
    boolean same = ("Tor " + version + " on " + platform).equals(text);
    return new RelayView.Software(
        platform,
        same ? null : text,
        version,
        software.recommended(),
        DisplayText.line(software.status(), DisplayText.VERSION));
  }

  private RelayView.ExitPolicy exitPolicy() {
    Relay.ExitPolicy policy = relay.exitPolicy();
    List<String> rules =
        policy.rules().stream()
            .limit(RULES)
            .map(rule -> DisplayText.lineOr(rule, DisplayText.POLICY_RULE, "?"))
            .toList();
    return new RelayView.ExitPolicy(
        ports(policy.ipv4()), ports(policy.ipv6()), rules, policy.rules().size() - rules.size());
  }

  private static RelayView.@Nullable Ports ports(Relay.@Nullable PortSummary summary) {
    if (summary == null) {
      return null;
    }
    List<String> ports =
        summary.ports().stream()
            .limit(PORTS)
            .map(port -> DisplayText.lineOr(port, DisplayText.NICKNAME, "?"))
            .toList();
    return new RelayView.Ports(
        summary.accepts(),
        summary.ports().equals(EVERY_PORT),
        ports,
        summary.ports().size() - ports.size());
  }

  private RelayView.Family family() {
    Relay.Family family = relay.family();
    return new RelayView.Family(
        members(family.effective()), members(family.alleged()), members(family.indirect()));
  }

  private RelayLinks members(@Nullable Integer set) {
    List<Fingerprint> others =
        context.model().members(set).stream()
            .filter(member -> !member.equals(relay.fingerprint()))
            .toList();
    return RelayLinks.of(others, FAMILY, context);
  }

  /// Contact and family change in ways that no two short values show.
  private static RelayView.Change change(RelayChange change) {
    boolean values =
        switch (change.kind()) {
          case CONTACT, FAMILY, APPEARED, STARTED, STOPPED -> false;
          case NICKNAME, FLAG_GAINED, FLAG_LOST, VERSION, ADDRESS, NETWORK, COUNTRY -> true;
        };
    return new RelayView.Change(
        new Moment(change.at()),
        change.kind(),
        values ? DisplayText.line(change.from(), DisplayText.ADDRESS) : null,
        values ? DisplayText.line(change.to(), DisplayText.ADDRESS) : null);
  }
}
