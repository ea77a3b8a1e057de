package cepa.renderer.pages.authorities;

import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Voter;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.pages.authorities.AuthoritiesView.Probe;
import cepa.renderer.pages.authorities.AuthoritiesView.Row;
import cepa.renderer.pages.authorities.AuthoritiesView.Thresholds;
import cepa.renderer.pages.authorities.AuthoritiesView.Uptimes;
import cepa.renderer.pages.authorities.AuthoritiesView.Vote;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the rows and columns of the tables of authorities.
record AuthorityRows(PageContext context, Authorities authorities, List<Voter> voters) {

  private static final int NETWORK_NAME = 40;
  private static final double DAY = 86_400;

  Link link(Authority authority) {
    Relay relay = relay(authority);
    String name = DisplayText.lineOr(authority.name(), DisplayText.NICKNAME, "?");
    return relay == null
        ? new Link(name, null)
        : context.links().to("relay", relay.fingerprint().hex(), name);
  }

  private @Nullable Relay relay(Authority authority) {
    return authority.relay() == null ? null : context.model().relays().get(authority.relay());
  }

  Row row(Authority authority) {
    Relay relay = relay(authority);
    Double score = authority.uptimeScore();
    return new Row(
        link(authority),
        relay == null ? null : relay.running(),
        vote(authority),
        probe(authority.probe()),
        method(authority),
        relay == null || relay.network() == null
            ? null
            : context
                .links()
                .to(
                    "network",
                    relay.network().number(),
                    DisplayText.lineOr(relay.network().number(), DisplayText.NICKNAME, "?")),
        relay == null || relay.network() == null
            ? null
            : DisplayText.line(relay.network().name(), NETWORK_NAME),
        country(relay),
        uptimes(relay),
        score == null ? null : Rounding.halfEven(score, 1),
        authority.uptimeClass(),
        relay == null ? null : DisplayText.line(relay.software().version(), DisplayText.VERSION),
        relay == null ? null : relay.software().recommended(),
        relay == null ? null : Day.of(relay.times().firstSeen()),
        relay == null ? null : Day.of(relay.times().lastRestarted()));
  }

  private @Nullable Link country(@Nullable Relay relay) {
    return relay == null || relay.place() == null
        ? null
        : context
            .links()
            .to(
                "country",
                relay.place().country(),
                DisplayText.lineOr(relay.place().country(), DisplayText.NICKNAME, "?"));
  }

  private @Nullable Vote vote(Authority authority) {
    if (authority.voter() == null) {
      return null;
    }
    Voter voter = voters.get(authority.voter());
    return voter.state() == Voter.State.MISSING
        ? new Vote(voter.state(), null, null, null)
        : new Vote(voter.state(), voter.entries(), voter.measures(), Moment.of(voter.validAfter()));
  }

  private static @Nullable Probe probe(Authorities.@Nullable Probe probe) {
    if (probe == null) {
      return null;
    }
    Double millis = probe.latencyMillis();
    return new Probe(
        probe.online(),
        // Less than half a millisecond is not nothing.
        millis == null ? null : Rounding.halfEven(millis, 0).max(BigDecimal.ONE),
        probe.slow());
  }

  /// An authority's methods stand under its name as voter.
  private @Nullable Integer method(Authority authority) {
    if (authority.voter() == null) {
      return null;
    }
    List<Integer> methods =
        authorities.methods().perVoter().get(voters.get(authority.voter()).name());
    return methods == null || methods.isEmpty() ? null : Collections.max(methods);
  }

  private static Uptimes uptimes(@Nullable Relay relay) {
    Relay.Uptime uptime = relay == null ? null : relay.uptime();
    return uptime == null
        ? new Uptimes(null, null, null, null)
        : new Uptimes(
            Share.of(uptime.oneMonth(), 1),
            Share.of(uptime.sixMonths(), 1),
            Share.of(uptime.oneYear(), 1),
            Share.of(uptime.fiveYears(), 1));
  }

  Thresholds thresholds(Voter voter) {
    FlagThresholds thresholds = voter.thresholds();
    return new Thresholds(
        DisplayText.lineOr(voter.name(), DisplayText.NICKNAME, "?"),
        Share.of(thresholds.guardWfu(), 3),
        days(thresholds.guardTimeKnown()),
        rate(thresholds.guardTopQuarter()),
        days(thresholds.stableUptime()),
        days(thresholds.stableMtbf()),
        thresholds.enoughMtbf(),
        rate(thresholds.fastSpeed()),
        Share.of(thresholds.hsdirWfu(), 3),
        days(thresholds.hsdirTimeKnown()));
  }

  private static @Nullable BigDecimal days(@Nullable Long seconds) {
    return seconds == null ? null : Rounding.halfEven(seconds / DAY, 1);
  }

  private @Nullable Rate rate(@Nullable Long bytesPerSecond) {
    return bytesPerSecond == null
        ? null
        : Rate.in(bytesPerSecond, RateUnit.ofTables(context.model().site().bandwidthUnit()), 1);
  }
}
