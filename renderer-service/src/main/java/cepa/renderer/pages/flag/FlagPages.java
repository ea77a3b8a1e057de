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
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each flag that a relay has, and all of them side by side.
@Component
final class FlagPages implements PageFamily {

  private static final String ROOT = "/flag/";
  private static final GroupPages PAGES =
      GroupPages.ofAll(ROOT, "cepa/renderer/pages/flag/flag", Keys::flagSegment);

  /// Flags with a text on their meaning.
  static final Set<String> EXPLAINED =
      Set.of(
          "Authority",
          "BadExit",
          "Exit",
          "Fast",
          "Guard",
          "HSDir",
          "MiddleOnly",
          "NoEdConsensus",
          "Running",
          "Stable",
          "StaleDesc",
          "Sybil",
          "V2Dir",
          "Valid");

  @Override
  public String id() {
    return "flag";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(32, "Flags", ROOT, "flags", "Relays"));
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
        head(name, paging),
        name,
        code(flag),
        method(context),
        GroupFigures.ofFirst(paging, flag.totals(), context.model().site().bandwidthUnit()),
        first ? Spread.of(flag.members(), context) : null,
        RelayRows.of(context).table(flag.members(), paging));
  }

  private static Link method(PageContext context) {
    return context.links().to("method", "flags", "How flags are given");
  }

  private static PageHead head(String name, Paging paging) {
    boolean first = paging.number() == 1;
    return new PageHead(
        "Tor relays with the flag " + name + (first ? "" : ", page " + paging.number()),
        "What the flag " + name + " means, and the Tor relays that have it.",
        "flags",
        List.of(new Link("Flags", ROOT)),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }

  private static PageView all(PageContext context) {
    BandwidthUnit unit = context.model().site().bandwidthUnit();
    return new FlagsView(
        new PageHead(
            "Flags",
            "What the directory authorities say of relays, and how many relays they say it of.",
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
                    code(flag),
                    GroupFigures.ofTable(flag.totals(), unit)))
            .toList());
  }

  private static String shown(RelayGroup flag) {
    return DisplayText.lineOr(flag.key(), DisplayText.NICKNAME, "?");
  }

  private static String code(RelayGroup flag) {
    return EXPLAINED.contains(flag.key()) ? flag.key() : "other";
  }
}
