package cepa.renderer.pages.country;

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
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each country that has relays.
@Component
final class CountryPages implements PageFamily {

  private static final GroupPages PAGES =
      new GroupPages("/country/", "cepa/renderer/pages/country/country", Keys::isCountry);

  @Override
  public String id() {
    return "country";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("country", data.model().groups("country"), links);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("country", CountryView.class);
  }

  /// The pages, and the lower-case form of each country as people type it.
  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<RelayGroup> countries = context.model().groups("country");
    return Stream.concat(
        PAGES.paths(countries, context, CountryPages::view),
        countries.stream()
            .map(RelayGroup::key)
            .filter(Keys::isCountry)
            .map(key ->
                new SitePath.Redirect(
                    PAGES.path(key.toLowerCase(Locale.ROOT), 1), PAGES.path(key, 1))));
  }

  private static PageView view(RelayGroup country, Paging paging, PageContext context) {
    String name = DisplayText.line(country.name(), DisplayText.PLACE_NAME);
    boolean first = paging.number() == 1;
    return new CountryView(
        head(country.key(), name == null ? country.key() : name, paging, context),
        country.key(),
        name,
        GroupFigures.ofFirst(paging, country.totals(), context.model().site().bandwidthUnit()),
        Carried.ofFirst(paging, "country", country, context),
        first ? Spread.of(country.members(), context) : null,
        RelayRows.of(context).table(country.members(), paging),
        first ? Membership.of(country.changes(), context) : List.of());
  }

  private static PageHead head(String key, String name, Paging paging, PageContext context) {
    boolean first = paging.number() == 1;
    Messages texts = Messages.of(context);
    return new PageHead(
        texts.paged(texts.text("country.title", name), paging.number()),
        texts.text("country.description", name),
        "countries",
        List.of(
            new Link(
                texts.text("countries.title"), context.links().path("listing-countries", key))),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME, Sources.BANDWIDTH));
  }
}
