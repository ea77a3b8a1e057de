package cepa.renderer.pages.home;

import cepa.model.GroupTotals;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.SourceProvenance;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.SitePath;
import cepa.renderer.view.Concentration;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupSort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the network as a whole.
@Component
final class HomePages implements PageFamily {

  private static final String PATH = "/";
  private static final String TEMPLATE = "cepa/renderer/pages/home/home";
  private static final int TOP = 10;

  @Override
  public String id() {
    return "home";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(0, "Network", PATH, "home"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("home", key -> PATH);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(new SitePath.Page(PATH, TEMPLATE, false, () -> view(context)));
  }

  private static HomeView view(PageContext context) {
    NetworkModel model = context.model();
    NetworkTotals totals = model.totals();
    GroupTotals all = totals.all();
    BandwidthUnit unit = model.site().bandwidthUnit();
    return new HomeView(
        head(),
        new Moment(model.asOf()),
        model.sources().stream().map(HomePages::source).toList(),
        findings(context),
        GroupFigures.of(all, unit),
        model.groups("country").size(),
        model.groups("network").size(),
        totals.networksForHalf(),
        Share.of(totals.ipv6(), all.relays(), 1),
        Share.of(totals.recommendedVersion(), (long) all.relays() - totals.unknownVersion(), 1),
        Share.of(all.measured(), all.relays(), 1),
        uptime(model),
        roleWeights(model),
        Spread.of(model),
        Trends.week(model.trend(), model.asOf(), all.running()),
        Trends.running(model.trend()),
        Trends.capacity(model.trend(), unit),
        totals.flags(),
        top(model.groups("country"), "country", context),
        top(model.groups("network"), "network", context),
        context.links().path("listing-countries", ""),
        context.links().path("listing-networks", ""));
  }

  private static PageHead head() {
    return new PageHead(
        "The Tor network",
        "The state of the Tor network: relays, bandwidth, who carries it, and what changes.",
        "home",
        List.of(),
        true,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }

  private static HomeView.Source source(SourceProvenance source) {
    return new HomeView.Source(source.id(), source.state(), Moment.of(source.published()));
  }

  private static @Nullable Share uptime(NetworkModel model) {
    var uptime = model.totals().uptime();
    return uptime == null ? null : Share.of(uptime.sixMonths(), 1);
  }

  private static HomeView.RoleWeights roleWeights(NetworkModel model) {
    return new HomeView.RoleWeights(
        weight(model, Relay.Role.GUARD),
        weight(model, Relay.Role.MIDDLE),
        weight(model, Relay.Role.EXIT));
  }

  private static Share weight(NetworkModel model, Relay.Role role) {
    double sum = 0;
    for (Relay relay : model.relays()) {
      Double fraction = relay.role() == role ? relay.weight().fraction() : null;
      sum += fraction == null ? 0 : fraction;
    }
    return Share.known(sum, 1);
  }

  private static List<HomeView.Finding> findings(PageContext context) {
    List<HomeView.Finding> findings = new ArrayList<>();
    for (SourceProvenance source : context.model().sources()) {
      if (source.state() == SourceProvenance.State.MISSING) {
        findings.add(new HomeView.Finding("source-missing", List.of(source.id()), null));
      } else if (source.state() == SourceProvenance.State.STALE) {
        findings.add(new HomeView.Finding("source-stale", List.of(source.id()), null));
      }
    }
    context.model().groups("network").stream()
        .filter(network -> Concentration.isHigh(network.totals().weightFraction()))
        .sorted(GroupSort.CONSENSUS_WEIGHT.order())
        .forEach(network -> findings.add(concentration(network, context)));
    return findings;
  }

  private static HomeView.Finding concentration(RelayGroup network, PageContext context) {
    String key = DisplayText.lineOr(network.key(), DisplayText.NICKNAME, "?");
    String name = DisplayText.line(network.name(), DisplayText.NETWORK_NAME);
    return new HomeView.Finding(
        "concentration",
        List.of(
            name == null ? key : key + " " + name,
            Share.known(network.totals().weightFraction(), 1).text()),
        context.links().path("network", network.key()));
  }

  private static List<HomeView.Top> top(
      List<RelayGroup> groups, String entity, PageContext context) {
    RateUnit unit = RateUnit.ofTables(context.model().site().bandwidthUnit());
    return groups.stream()
        .sorted(GroupSort.CONSENSUS_WEIGHT.order())
        .limit(TOP)
        .map(group -> {
          GroupTotals totals = group.totals();
          String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
          return new HomeView.Top(
              context.links().to(entity, group.key(), key),
              DisplayText.line(group.name(), DisplayText.NETWORK_NAME),
              totals.relays(),
              Rate.in(totals.bandwidth(), unit, 0),
              Share.known(totals.weightFraction(), 2),
              Share.known(totals.guardWeightFraction(), 2),
              Share.known(totals.exitWeightFraction(), 2));
        })
        .toList();
  }
}
