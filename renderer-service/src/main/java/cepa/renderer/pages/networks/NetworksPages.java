package cepa.renderer.pages.networks;

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

/// Lists networks.
@Component
final class NetworksPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "networks",
          "network",
          "/as/",
          "cepa/renderer/pages/networks/networks",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN, GroupSort.UNIQUE_AS_COUNT),
          List.of("overall-bandwidth", "bandwidth-mean", "unique-as-count"));

  @Override
  public String id() {
    return "networks";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(50, "networks.menu", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-networks", key -> LISTING.path());
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("networks", GroupListing.View.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    GroupData data = GroupData.of("network", context);
    var rows = new GroupRows(group -> name(group, context), data, context);
    return LISTING.paths(context.model().groups("network"), rows, context);
  }

  private static GroupRows.Name name(RelayGroup group, PageContext context) {
    String country = group.country();
    return new GroupRows.Name(
        context
            .links()
            .to("network", group.key(), DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?")),
        DisplayText.line(group.name(), DisplayText.NETWORK_NAME),
        country == null
            ? null
            : context
                .links()
                .to("country", country, DisplayText.lineOr(country, DisplayText.NICKNAME, "?")));
  }
}
