package cepa.renderer.toy;

import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All relays, a few rows a page, twice: as they are, and those that exit.
public final class ToyList implements PageFamily {

  private static final int ROWS = 8;

  @Override
  public String id() {
    return "toy-list";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(20, "Exits", "/exits/", "exits"),
        new NavEntry(10, "Relays", "/relays/", "relays"));
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<Integer> all = IntStream.range(0, context.model().relays().size()).boxed().toList();
    List<Integer> exits =
        all.stream().filter(i -> context.model().relays().get(i).has("Exit")).toList();
    return Stream.concat(pages(context, "/relays/", all), pages(context, "/exits/", exits));
  }

  private static Stream<SitePath> pages(PageContext context, String path, List<Integer> relays) {
    int pages = Math.max(1, (relays.size() + ROWS - 1) / ROWS);
    return IntStream.range(0, pages)
        .mapToObj(page ->
            new SitePath.Page(
                page == 0 ? path : path + (page + 1) + ".html",
                "cepa/renderer/toy/list",
                page == 0,
                () -> view(context, path, relays, page)));
  }

  private static PageView view(PageContext context, String path, List<Integer> relays, int page) {
    List<Row> rows = context.data().shared(Rows.class, () -> rows(context)).rows;
    int end = Math.min(relays.size(), (page + 1) * ROWS);
    var head = new PageHead("Relays of " + path, "", "relays", List.of(), page == 0, List.of());
    return new View(head, relays.subList(page * ROWS, end).stream().map(rows::get).toList());
  }

  private static Rows rows(PageContext context) {
    List<Row> rows = new ArrayList<>();
    for (Relay relay : context.model().relays()) {
      String fingerprint = relay.fingerprint().hex();
      rows.add(new Row(context.links().to("relay", fingerprint, relay.nickname()), relay.flags()));
    }
    return new Rows(rows);
  }

  record View(PageHead head, List<Row> rows) implements PageView {}

  record Row(Link relay, List<String> flags) {}

  private record Rows(List<Row> rows) {}
}
