package cepa.renderer.pages.platforms;

import cepa.model.RelayGroup;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.group.GroupData;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRows;
import cepa.renderer.view.group.GroupSort;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists operating systems.
@Component
final class PlatformsPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "platforms",
          "platform",
          "/platform/",
          "cepa/renderer/pages/platforms/platforms",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN),
          List.of("overall-bandwidth", "bandwidth-mean"));

  @Override
  public String id() {
    return "platforms";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(33, "platforms.menu", LISTING.path(), LISTING.kind(), "navigation.relays"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-platforms", key -> LISTING.path());
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("platforms", GroupListing.View.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    GroupData data = GroupData.of("platform", context);
    var rows = new GroupRows(group -> name(group, context), data, context);
    return LISTING.paths(context.model().groups("platform"), rows, context);
  }

  private static GroupRows.Name name(RelayGroup group, PageContext context) {
    String key = DisplayText.lineOr(group.key(), DisplayText.VERSION, "?");
    return new GroupRows.Name(context.links().to("platform", group.key(), key));
  }
}
