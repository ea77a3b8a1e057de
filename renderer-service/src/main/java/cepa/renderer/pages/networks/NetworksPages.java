package cepa.renderer.pages.networks;

import cepa.model.RelayGroup;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRow;
import cepa.renderer.view.group.GroupSort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists networks.
@Component
final class NetworksPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "networks",
          "Networks",
          "Every autonomous system that carries Tor relays, with their number, bandwidth and share"
              + " of consensus weight.",
          "cepa/renderer/pages/networks/networks",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN, GroupSort.UNIQUE_AS_COUNT),
          List.of("overall-bandwidth", "bandwidth-mean", "unique-as-count", "total-data"));

  @Override
  public String id() {
    return "networks";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(50, "Networks", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-networks", key -> LISTING.path());
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    Rows rows = context.data().shared(Rows.class, () -> Rows.of(context));
    return LISTING.paths(context.model().groups("network"), rows::of, context);
  }

  private record Rows(Map<String, GroupRow> byKey) {
    static Rows of(PageContext context) {
      Map<String, GroupRow> rows = new HashMap<>();
      for (RelayGroup group : context.model().groups("network")) {
        String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
        rows.put(
            group.key(),
            new GroupRow(
                context.links().to("network", group.key(), key),
                DisplayText.line(group.name(), DisplayText.NETWORK_NAME),
                group.country() == null
                    ? null
                    : context.links().to("country", group.country(), country(group)),
                GroupFigures.ofTable(group.totals(), context.model().site().bandwidthUnit())));
      }
      return new Rows(rows);
    }

    private static String country(RelayGroup group) {
      return DisplayText.lineOr(group.country(), DisplayText.NICKNAME, "?");
    }

    GroupRow of(RelayGroup group) {
      return Objects.requireNonNull(byKey.get(group.key()));
    }
  }
}
