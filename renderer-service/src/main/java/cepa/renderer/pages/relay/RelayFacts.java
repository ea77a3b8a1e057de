package cepa.renderer.pages.relay;

import cepa.model.Fingerprint;
import cepa.model.FlagOrder;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.FamilyKeys;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.Validation;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageHead;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.operator.OperatorNames;
import cepa.renderer.view.operator.Proof;
import cepa.renderer.view.relay.ChangeRow;
import cepa.renderer.view.relay.RelayLinks;
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.template.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a relay of the model into what its page shows: rounds, caps, cleans, links.
final class RelayFacts {

  private static final int FAMILY = 30;

  /// No certificate is for thousands of years: what says so says nothing.
  private static final Instant LAST_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

  /// What Tor sets if nobody does, bytes a second.
  private static final long TOR_LIMIT = 1L << 30;

  private static final int FAILURE = 200;
  private static final int KEY = 16;
  private static final int RULES = 1_000;
  private static final int PORTS = 60;
  private static final int ADDRESSES = 10;
  private static final List<String> EVERY_PORT = List.of("1-65535");

  private final int index;
  private final Relay relay;
  private final PageContext context;
  private final BandwidthUnit unit;

  /// @param index of the relay in base order
  RelayFacts(int index, PageContext context) {
    this.index = index;
    this.relay = context.model().relays().get(index);
    this.context = context;
    this.unit = context.model().site().bandwidthUnit();
  }

  RelayView view() {
    RelayView.Place place = place();
    List<RelayView.Finding> findings = Findings.of(index, context);
    var history = new HistoryFacts(index, context);
    return new RelayView(
        head(place),
        RelayRow.nickname(relay),
        relay.fingerprint().hex(),
        relay.running(),
        relay.role(),
        Findings.worst(findings),
        findings,
        times(),
        bandwidth(),
        history.traffic(),
        weight(),
        history.uptime(),
        place,
        flags(),
        new DirectoryFacts(context).of(index),
        software(),
        exitPolicy(),
        operator(),
        DisplayText.block(relay.contact().text(), DisplayText.CONTACT),
        family(),
        familyKey(),
        relay.hibernating(),
        history.overload(),
        changes());
  }

  private PageHead head(RelayView.Place place) {
    String nickname = RelayRow.nickname(relay);
    Messages texts = Messages.of(context);
    List<Link> trail = new ArrayList<>();
    if (place.network() != null) {
      trail.add(
          new Link(texts.text("networks.title"), context.links().path("listing-networks", "")));
      trail.add(place.network());
    }
    return new PageHead(
        texts.text("relay.title", nickname),
        texts.text("relay.description", nickname, relay.fingerprint().hex()),
        "relays",
        trail,
        true,
        List.of(
            Sources.DETAILS,
            Sources.VALIDATION,
            Sources.UPTIME,
            Sources.BANDWIDTH,
            "collector-consensus",
            "collector-votes",
            Sources.DESCRIPTORS));
  }

  private RelayView.Times times() {
    Relay.Times times = relay.times();
    return new RelayView.Times(
        Day.of(times.firstSeen()),
        firstSeen(Day.of(times.firstSeen())),
        relay.running() ? null : Moment.of(times.lastSeen()),
        Moment.of(times.lastRestarted()),
        Moment.of(times.lastChangedAddress()));
  }

  private @Nullable String firstSeen(@Nullable Day day) {
    return day == null ? null : context.links().path("first-seen", day.text());
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
        isNone(rate) && isNone(burst));
  }

  private static boolean isNone(@Nullable Long limit) {
    return limit != null && (limit == 0 || limit >= TOR_LIMIT);
  }

  private static @Nullable BigDecimal degrees(@Nullable Double degrees) {
    return degrees == null || !Double.isFinite(degrees) ? null : Rounding.halfEven(degrees, 2);
  }

  private RelayView.Weight weight() {
    Relay.Weight weight = relay.weight();
    return new RelayView.Weight(
        Share.of(weight.fraction(), 2), Coarse.weight(weight.consensusWeight()), weight.measured());
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
        place == null ? null : degrees(place.latitude()),
        place == null ? null : degrees(place.longitude()),
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

  private List<Link> flags() {
    return FlagOrder.of(relay.flags()).stream()
        .map(flag ->
            context.links().to("flag", flag, DisplayText.lineOr(flag, DisplayText.NICKNAME, "?")))
        .toList();
  }

  private RelayView.Software software() {
    Relay.Software software = relay.software();
    String version = DisplayText.line(software.version(), DisplayText.VERSION);
    String platform = DisplayText.line(software.platform(), DisplayText.VERSION);
    String text = DisplayText.line(software.platformText(), DisplayText.VERSION);
    boolean same = ("Tor " + version + " on " + platform).equals(text);
    return new RelayView.Software(
        platform == null ? null : context.links().to("platform", software.platform(), platform),
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

  private RelayView.@Nullable Operator operator() {
    Link who = OperatorNames.of(context).link(relay);
    if (who == null) {
      return null;
    }
    RelayValidation proof = context.part(Validation.class).relays().get(index);
    return new RelayView.Operator(
        who,
        proof.status(),
        proof.proof(),
        proof.failures().stream().map(RelayFacts::failure).toList());
  }

  private static Proof.Failure failure(RelayValidation.Failure failure) {
    String said = failure.detail() == null ? String.join(", ", failure.places()) : failure.detail();
    return new Proof.Failure(failure.kind(), DisplayText.lineOr(said, FAILURE, ""));
  }

  /// A relay that joins a large family or leaves it changes all of it: that stands on the family's
  /// page.
  private List<ChangeRow> changes() {
    boolean large = others(relay.family().effective()).size() > FAMILY;
    return relay.changes().stream()
        .filter(change -> change.kind() != RelayChange.Kind.FAMILY || !large)
        .map(ChangeRow::of)
        .toList();
  }

  private RelayView.Family family() {
    Relay.Family family = relay.family();
    return new RelayView.Family(
        context.links().path("family", relay.fingerprint().hex()),
        members(family.effective()),
        members(family.alleged()),
        members(family.indirect()));
  }

  private RelayView.@Nullable FamilyKey familyKey() {
    FamilyKeys keys = context.part(FamilyKeys.class);
    FamilyKeys.Support support = keys.support().get(index);
    if (support == FamilyKeys.Support.UNKNOWN) {
      return null;
    }
    FamilyKeys.Declared declared = keys.relays().get(index);
    List<Fingerprint> members =
        keys.keyMembers(index).stream()
            .filter(member -> member != index)
            .map(member -> context.model().relays().get(member).fingerprint())
            .sorted()
            .toList();
    boolean same =
        !members.isEmpty()
            && Set.copyOf(members).equals(Set.copyOf(others(relay.family().effective())));
    return new RelayView.FamilyKey(
        support,
        declared == null
            ? List.of()
            : declared.certificates().stream().map(RelayFacts::certificate).toList(),
        RelayLinks.some(same ? List.of() : members, FAMILY, context),
        same);
  }

  private static RelayView.Certificate certificate(FamilyKeys.Certificate certificate) {
    String key = certificate.key();
    Instant expires = certificate.expires();
    return new RelayView.Certificate(
        key == null ? null : key.substring(0, Math.min(KEY, key.length())),
        certificate.validity(),
        expires == null || expires.isAfter(LAST_EXPIRY) ? null : Moment.of(expires));
  }

  private RelayLinks members(@Nullable Integer set) {
    return RelayLinks.some(others(set), FAMILY, context);
  }

  private List<Fingerprint> others(@Nullable Integer set) {
    return context.model().members(set).stream()
        .filter(member -> !member.equals(relay.fingerprint()))
        .toList();
  }
}
