package cepa.renderer.pages.platform;

import cepa.model.RelayGroup;
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
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each operating system that relays run on.
@Component
final class PlatformPages implements PageFamily {

  private static final GroupPages PAGES =
      GroupPages.ofAll("/platform/", "cepa/renderer/pages/platform/platform", Keys::segment);

  @Override
  public String id() {
    return "platform";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("platform", data.model().groups("platform"), links);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("platform", PlatformView.class);
  }

  /// The pages, and the lower-case form of each as people type it.
  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<RelayGroup> platforms = context.model().groups("platform");
    Set<String> taken = new HashSet<>();
    platforms.forEach(platform -> taken.add(PAGES.path(platform.key(), 1)));
    return Stream.concat(
        PAGES.paths(platforms, context, PlatformPages::view),
        platforms.stream()
            .map(platform -> PAGES.path(platform.key(), 1))
            .filter(path -> taken.add(path.toLowerCase(Locale.ROOT)))
            .map(path -> new SitePath.Redirect(path.toLowerCase(Locale.ROOT), path)));
  }

  private static PageView view(RelayGroup platform, Paging paging, PageContext context) {
    String name = DisplayText.lineOr(platform.key(), DisplayText.VERSION, "?");
    boolean first = paging.number() == 1;
    return new PlatformView(
        head(name, paging, context),
        name,
        GroupFigures.ofFirst(paging, platform.totals(), context.model().site().bandwidthUnit()),
        Carried.ofFirst(paging, "platform", platform, context),
        first ? Spread.of(platform.members(), context) : null,
        RelayRows.of(context).table(platform.members(), paging));
  }

  private static PageHead head(String name, Paging paging, PageContext context) {
    boolean first = paging.number() == 1;
    Messages texts = Messages.of(context);
    return new PageHead(
        texts.paged(texts.text("platform.title", name), paging.number()),
        texts.text("platform.description", name),
        "platforms",
        List.of(
            new Link(
                texts.text("platforms.title"), context.links().path("listing-platforms", name))),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME, Sources.BANDWIDTH));
  }
}
