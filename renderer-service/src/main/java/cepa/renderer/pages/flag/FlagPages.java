package cepa.renderer.pages.flag;

import cepa.model.RelayGroup;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Keys;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each flag that a relay has, and all of them side by side.
@Component
final class FlagPages implements PageFamily {

  private static final String ROOT = "/flag/";
  private static final GroupPages PAGES =
      GroupPages.ofAll(ROOT, "cepa/renderer/pages/flag/flag", Keys::flagSegment);

  @Override
  public String id() {
    return "flag";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(32, "flag.menu", ROOT, "flags", "navigation.relays"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("flag", data.model().groups("flag"), links);
    links.entity("listing-flags", key -> ROOT);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("flag", FlagView.class, "flags", FlagsView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.concat(
        PAGES.paths(context.model().groups("flag"), context, FlagPages::view),
        Stream.of(
            new SitePath.Page(ROOT, "cepa/renderer/pages/flag/flags", false, () -> all(context))));
  }

  private static PageView view(RelayGroup flag, Paging paging, PageContext context) {
    String name = shown(flag);
    boolean first = paging.number() == 1;
    return new FlagView(
        head(name, paging, Messages.of(context)),
        name,
        code(flag, context),
        method(context),
        GroupFigures.ofFirst(paging, flag.totals(), context.model().site().bandwidthUnit()),
        Carried.ofFirst(paging, "flag", flag, context),
        first ? Spread.of(flag.members(), context) : null,
        RelayRows.of(context).table(flag.members(), paging));
  }

  private static Link method(PageContext context) {
    return context.links().to("method", "flags", Messages.of(context).text("flag.method"));
  }

  private static PageHead head(String name, Paging paging, Messages texts) {
    boolean first = paging.number() == 1;
    return new PageHead(
        texts.paged(texts.text("flag.title", name), paging.number()),
        texts.text("flag.description", name),
        "flags",
        List.of(new Link(texts.text("flag.all.title"), ROOT)),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME, Sources.BANDWIDTH));
  }

  private static PageView all(PageContext context) {
    BandwidthUnit unit = context.model().site().bandwidthUnit();
    return new FlagsView(
        new PageHead(
            Messages.of(context).text("flag.all.title"),
            Messages.of(context).text("flag.all.description"),
            "flags",
            List.of(),
            true,
            List.of(Sources.DETAILS)),
        GroupFigures.ofTable(context.model().totals().all(), unit),
        context.model().groups("flag").stream()
            .sorted(GroupSort.RELAY_COUNT.order())
            .map(flag ->
                new FlagsView.Row(
                    context.links().to("flag", flag.key(), shown(flag)),
                    code(flag, context),
                    GroupFigures.ofTable(flag.totals(), unit)))
            .toList());
  }

  private static String shown(RelayGroup flag) {
    return DisplayText.lineOr(flag.key(), DisplayText.NICKNAME, "?");
  }

  /// What the text on its meaning is called; another one's if it has none.
  private static String code(RelayGroup flag, PageContext context) {
    return Messages.of(context).has("flag.meaning." + flag.key()) ? flag.key() : "other";
  }
}
