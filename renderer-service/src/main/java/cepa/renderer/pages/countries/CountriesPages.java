package cepa.renderer.pages.countries;

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

/// Lists countries.
@Component
final class CountriesPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "countries",
          "country",
          "/country/",
          "cepa/renderer/pages/countries/countries",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN),
          List.of("overall-bandwidth", "bandwidth-mean"));

  @Override
  public String id() {
    return "countries";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(60, "countries.menu", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-countries", key -> LISTING.path());
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("countries", GroupListing.View.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    GroupData data = GroupData.of("country", context);
    var rows = new GroupRows(group -> name(group, context), data, context);
    return LISTING.paths(context.model().groups("country"), rows, context);
  }

  private static GroupRows.Name name(RelayGroup group, PageContext context) {
    String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
    return new GroupRows.Name(
        context.links().to("country", group.key(), key),
        DisplayText.line(group.name(), DisplayText.PLACE_NAME),
        null);
  }
}
