package cepa.renderer.pages.countries;

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

/// Lists countries.
@Component
final class CountriesPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "countries",
          "Countries",
          "Every country that Tor relays run in, with the relays, bandwidth and consensus weight"
              + " found there.",
          "cepa/renderer/pages/countries/countries",
          GroupSort.without(GroupSort.BANDWIDTH_MEAN),
          List.of("overall-bandwidth", "bandwidth-mean", "total-data"));

  @Override
  public String id() {
    return "countries";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(60, "Countries", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-countries", key -> LISTING.path());
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    Rows rows = context.data().shared(Rows.class, () -> Rows.of(context));
    return LISTING.paths(context.model().groups("country"), rows::of, context);
  }

  private record Rows(Map<String, GroupRow> byKey) {
    static Rows of(PageContext context) {
      Map<String, GroupRow> rows = new HashMap<>();
      for (RelayGroup group : context.model().groups("country")) {
        String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
        rows.put(
            group.key(),
            new GroupRow(
                context.links().to("country", group.key(), key),
                DisplayText.line(group.name(), DisplayText.PLACE_NAME),
                null,
                GroupFigures.ofTable(group.totals(), context.model().site().bandwidthUnit())));
      }
      return new Rows(rows);
    }

    GroupRow of(RelayGroup group) {
      return Objects.requireNonNull(byKey.get(group.key()));
    }
  }
}
