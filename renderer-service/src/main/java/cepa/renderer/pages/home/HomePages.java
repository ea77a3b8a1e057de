package cepa.renderer.pages.home;

import cepa.model.Contact;
import cepa.model.GroupTotals;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.SourceProvenance;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Verdict;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.NetworkCharts;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.group.Held;
import cepa.renderer.view.health.Aspects;
import cepa.renderer.view.health.Concern;
import cepa.renderer.view.operator.OperatorNames;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the network as a whole.
@Component
final class HomePages implements PageFamily {

  private static final String PATH = "/";
  private static final String TEMPLATE = "cepa/renderer/pages/home/home";
  private static final int TOP = 10;

  /// Groups of which few may hold much.
  private static final List<String> KINDS = List.of("operator", "network", "country");

  /// Who wants to see more looks at the page of the network's health.
  private static final int CONCERNS = 3;

  @Override
  public String id() {
    return "home";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(0, "home.menu", PATH, "home"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("home", key -> PATH);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("home", HomeView.class);
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
    long running = runningBandwidth(model);
    return new HomeView(
        head(context),
        new Moment(model.asOf()),
        model.sources().stream().map(HomePages::source).toList(),
        health(context),
        troubles(model),
        GroupFigures.of(all, unit),
        Rate.in(running, RateUnit.of(running, unit), 2),
        model.groups("country").size(),
        model.groups("network").size(),
        totals.networksForHalf(),
        Share.of(totals.ipv6(), all.relays(), 1),
        Share.of(totals.recommendedVersion(), (long) all.relays() - totals.unknownVersion(), 1),
        Share.of(all.measured(), all.relays(), 1),
        uptime(model),
        roleWeights(model),
        KINDS.stream()
            .map(kind -> Held.of(kind, model.groups(kind)))
            .filter(Objects::nonNull)
            .toList(),
        week(model),
        NetworkCharts.running(model.trend()),
        NetworkCharts.capacity(model.trend(), unit),
        totals.flags(),
        topOperators(context),
        top("country", context),
        top("network", context),
        context.links().path("listing-contacts", ""),
        context.links().path("listing-countries", ""),
        context.links().path("listing-networks", ""));
  }

  private static long runningBandwidth(NetworkModel model) {
    long sum = 0;
    for (Relay relay : model.relays()) {
      sum += relay.running() ? relay.bandwidth().observedOrZero() : 0;
    }
    return sum;
  }

  private static PageHead head(PageContext context) {
    return new PageHead(
        Messages.of(context).text("home.title"),
        Messages.of(context).text("home.description"),
        "home",
        List.of(),
        true,
        context.model().sources().stream().map(SourceProvenance::id).toList());
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

  private static List<HomeView.Finding> troubles(NetworkModel model) {
    List<HomeView.Finding> findings = new ArrayList<>();
    for (SourceProvenance source : model.sources()) {
      if (source.state() == SourceProvenance.State.MISSING) {
        findings.add(new HomeView.Finding("source-missing", source.id()));
      } else if (source.state() == SourceProvenance.State.STALE) {
        findings.add(new HomeView.Finding("source-stale", source.id()));
      }
    }
    return findings;
  }

  private static HomeView.Health health(PageContext context) {
    Verdict verdict = context.part(NetworkHealth.class).verdict();
    List<Concern> concerns =
        verdict.concerns().stream().map(concern -> Concern.of(concern, context)).toList();
    List<Concern> first = concerns.stream().limit(CONCERNS).toList();
    return new HomeView.Health(
        verdict.level(),
        Aspects.of(verdict),
        first,
        concerns.size() - first.size(),
        context.links().path("health", ""));
  }

  private static HomeView.@Nullable Week week(NetworkModel model) {
    NetworkTrend.Point then = NetworkCharts.weekAgo(model.trend(), model.asOf());
    Day since = then == null ? null : Day.of(then.at());
    return then == null || since == null
        ? null
        : new HomeView.Week(since, new Difference(model.totals().all().running() - then.running()));
  }

  private static List<HomeView.Top> topOperators(PageContext context) {
    List<RelayGroup> operators =
        context.model().groups("operator").stream()
            .filter(group -> !group.key().equals(Contact.NOBODY))
            .toList();
    return top(operators, group -> OperatorNames.of(context).link(group.key()), false, context);
  }

  private static List<HomeView.Top> top(String entity, PageContext context) {
    return top(
        context.model().groups(entity),
        group ->
            context
                .links()
                .to(
                    entity,
                    group.key(),
                    DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?")),
        true,
        context);
  }

  private static List<HomeView.Top> top(
      List<RelayGroup> groups,
      Function<RelayGroup, @Nullable Link> link,
      boolean named,
      PageContext context) {
    RateUnit unit = RateUnit.ofTables(context.model().site().bandwidthUnit());
    return groups.stream()
        .sorted(GroupSort.CONSENSUS_WEIGHT.order())
        .limit(TOP)
        .map(group -> {
          GroupTotals totals = group.totals();
          return new HomeView.Top(
              link.apply(group),
              named ? DisplayText.line(group.name(), DisplayText.NETWORK_NAME) : null,
              totals.relays(),
              Rate.in(totals.bandwidth(), unit, 0),
              Share.known(totals.weightFraction(), 2),
              Share.known(totals.guardWeightFraction(), 2),
              Share.known(totals.exitWeightFraction(), 2));
        })
        .toList();
  }
}
