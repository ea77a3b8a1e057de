package cepa.renderer.pages.relays;

import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists every relay, the largest first.
@Component
final class RelaysPages implements PageFamily {

  private static final String ROOT = "/misc/all/";

  /// Above the pages of single relays.
  private static final String RELAYS = "/relay/";

  private static final String TEMPLATE = "cepa/renderer/pages/relays/relays";

  @Override
  public String id() {
    return "relays";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(30, "relays.menu", path(1), "relays", "navigation.relays"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-relays", key -> path(1));
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("relays", RelaysView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    int pages = Paging.pages(context.model().relays().size());
    return Stream.concat(
        IntStream.rangeClosed(1, pages)
            .mapToObj(number ->
                new SitePath.Page(path(number), TEMPLATE, false, () -> view(number, context))),
        Stream.of(ROOT, RELAYS).map(above -> new SitePath.Redirect(above, path(1))));
  }

  /// The first page is where links of the web expect it.
  private static String path(int page) {
    return page == 1 ? "/misc/all.html" : ROOT + page + ".html";
  }

  private static PageView view(int number, PageContext context) {
    int all = context.model().relays().size();
    Links links = context.links();
    Messages texts = Messages.of(context);
    return new RelaysView(
        head(number, texts),
        number == 1
            ? GroupFigures.of(
                context.model().totals().all(), context.model().site().bandwidthUnit())
            : null,
        number == 1 ? Balance.of(context) : null,
        List.of(
            links.to("listing-top", "", texts.text("relays.way.largest")),
            links.to("listing-flags", "", texts.text("relays.way.flags")),
            links.to("listing-first-seen", "", texts.text("relays.way.first-seen"))),
        RelayRows.of(context)
            .table(
                IntStream.range(0, all).boxed().toList(),
                Paging.of(all, number, RelaysPages::path)));
  }

  private static PageHead head(int number, Messages texts) {
    boolean first = number == 1;
    return new PageHead(
        texts.paged(texts.text("relays.title"), number),
        texts.text("relays.description"),
        "relays",
        List.of(),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME));
  }
}
