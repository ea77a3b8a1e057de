package cepa.renderer.pages.search;

import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.SitePath;
import cepa.search.SearchIndex;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Publishes the search page and the index.
@Component
final class SearchPages implements PageFamily {

  private static final String TEMPLATES = "cepa/renderer/pages/search/";
  private static final String JSON = "application/json; charset=utf-8";

  @Override
  public String id() {
    return "search";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    SortedMap<String, byte[]> files =
        context.data().shared(Files.class, () -> Files.of(context)).byPath();
    return Stream.concat(
        Stream.of(page("/search/", "search"), page("/search/frame.html", "search-frame")),
        files.entrySet().stream()
            .map(file -> new SitePath.Document(file.getKey(), JSON, file::getValue)));
  }

  private static SitePath page(String path, String template) {
    var head =
        new PageHead(
            "Search",
            "Find Tor relays by nickname, fingerprint or address, and operators, networks and"
                + " countries.",
            "search",
            List.of(),
            false,
            List.of());
    return new SitePath.Page(
        path, TEMPLATES + template, false, () -> new SearchView(head, SearchIndex.HEAD));
  }

  private record Files(SortedMap<String, byte[]> byPath) {
    static Files of(PageContext context) {
      return new Files(
          new SearchIndex(SearchEntries.KINDS).with(new SearchEntries(context).all()).files());
    }
  }
}
