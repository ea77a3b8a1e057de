package cepa.renderer.pages.firstseen;

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
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each day on which a relay of today was first seen, and the years that lead there.
@Component
final class FirstSeenPages implements PageFamily {

  private static final GroupPages PAGES =
      GroupPages.ofAll(Years.ROOT, "cepa/renderer/pages/firstseen/first-seen-day", Keys::segment);

  @Override
  public String id() {
    return "first-seen";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(34, "firstseen.menu", Years.ROOT, "first-seen", "navigation.relays"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("first-seen", data.model().groups("first-seen"), links);
    links.entity("listing-first-seen", key -> Years.ROOT);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of(
        "first-seen-day", DayView.class, "years", YearsView.class, "year", YearView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.concat(
        PAGES.paths(context.model().groups("first-seen"), context, FirstSeenPages::view),
        Years.of(context).paths());
  }

  private static PageView view(RelayGroup day, Paging paging, PageContext context) {
    String date = DisplayText.lineOr(day.key(), DisplayText.NICKNAME, "?");
    return new DayView(
        head(date, day.key(), paging, Messages.of(context)),
        date,
        GroupFigures.ofFirst(paging, day.totals(), context.model().site().bandwidthUnit()),
        RelayRows.of(context).table(day.members(), paging));
  }

  private static PageHead head(String date, String key, Paging paging, Messages texts) {
    boolean first = paging.number() == 1;
    List<Link> trail = new ArrayList<>(List.of(new Link(texts.text("firstseen.menu"), Years.ROOT)));
    Link year = Years.yearOf(key);
    if (year != null) {
      trail.add(year);
    }
    return new PageHead(
        texts.paged(texts.text("firstseen.title", date), paging.number()),
        texts.text("firstseen.description", date),
        "first-seen",
        trail,
        first,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }
}
