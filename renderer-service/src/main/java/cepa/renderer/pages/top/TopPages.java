package cepa.renderer.pages.top;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.intelligence.Intelligence;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists the relays with the most observed bandwidth.
@Component
final class TopPages implements PageFamily {

  private static final String PATH = "/top500.html";

  @Override
  public String id() {
    return "top";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(31, "top.menu", PATH, "top", "navigation.relays"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-top", key -> PATH);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("top", TopView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(
        new SitePath.Page(PATH, "cepa/renderer/pages/top/top", false, () -> view(context)));
  }

  private static PageView view(PageContext context) {
    NetworkModel model = context.model();
    List<Relay> top = model.relays().stream().limit(Paging.ROWS).toList();
    List<Integer> members = IntStream.range(0, top.size()).boxed().toList();
    return new TopView(
        head(context),
        Share.of(
            top.stream().mapToLong(relay -> relay.bandwidth().observedOrZero()).sum(),
            model.totals().all().bandwidth(),
            1),
        Share.known(
            top.stream()
                .map(relay -> relay.weight().fraction())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum(),
            1),
        (int) top.stream().filter(relay -> relay.role() == Relay.Role.EXIT).count(),
        (int) top.stream().filter(r -> Boolean.TRUE.equals(r.weight().measured())).count(),
        (int)
            top.stream()
                .filter(relay -> relay.contact().isNamed())
                .map(relay -> relay.contact().operator())
                .distinct()
                .count(),
        (int)
            context.part(Intelligence.class).network().performance().underutilized().stream()
                .filter(relay -> relay < top.size())
                .count(),
        Balance.of(context),
        Spread.of(members, context),
        RelayRows.of(context).table(members, Paging.of(top.size(), 1, page -> PATH)),
        context.links().to("listing-relays", "", Messages.of(context).text("top.all")));
  }

  private static PageHead head(PageContext context) {
    return new PageHead(
        Messages.of(context).text("top.title"),
        Messages.of(context).text("top.description"),
        "top",
        List.of(),
        true,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }
}
