package cepa.renderer.pages.platforms;

import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRow;
import cepa.renderer.view.group.GroupRows;
import cepa.renderer.view.group.GroupSort;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists operating systems.
@Component
final class PlatformsPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "platforms",
          "Platforms",
          "Every operating system that Tor relays run on, with their number, bandwidth and share of"
              + " consensus weight.",
          "cepa/renderer/pages/platforms/platforms",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN),
          List.of("overall-bandwidth", "bandwidth-mean", "total-data"));

  @Override
  public String id() {
    return "platforms";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(70, "Platforms", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-platforms", key -> LISTING.path());
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    var groups = context.model().groups("platform");
    var rows =
        new GroupRows(
            (group, figures) ->
                new GroupRow(
                    context
                        .links()
                        .to(
                            "platform",
                            group.key(),
                            DisplayText.lineOr(group.key(), DisplayText.VERSION, "?")),
                    null,
                    null,
                    figures),
            context);
    return LISTING.paths(groups, rows::of, context);
  }
}
