package cepa.renderer.pages.search;

import cepa.json.Json;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import cepa.search.SearchIndex;
import cepa.search.SearchTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Publishes the search page and the index.
@Component
final class SearchPages implements PageFamily {

  private static final String TEMPLATES = "cepa/renderer/pages/search/";
  private static final String PATH = "/search/";
  private static final String MOVED = "/search-index.json";
  private static final String JSON = "application/json; charset=utf-8";

  @Override
  public String id() {
    return "search";
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("search", SearchView.class, "search-frame", SearchView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    SortedMap<String, byte[]> files =
        context.data().shared(Files.class, () -> Files.of(context)).byPath();
    String base = context.model().site().baseUrl();
    return Stream.concat(
        Stream.of(
            page(PATH, "search", context),
            page("/search/frame.html", "search-frame", context),
            new SitePath.Document(MOVED, JSON, () -> moved(base == null ? "" : base))),
        files.entrySet().stream()
            .map(file -> new SitePath.Document(file.getKey(), JSON, file::getValue)));
  }

  /// Says where the index is, to programs that know the reference site's: those of its schema, 1.5,
  /// must not read another major version.
  private static byte[] moved(String base) {
    Map<String, Object> says = new LinkedHashMap<>();
    says.put("meta", Map.of("version", "2.0"));
    says.put("index", base + SearchIndex.HEAD);
    says.put("search", base + PATH);
    return Json.bytes(says);
  }

  private static SitePath page(String path, String template, PageContext context) {
    var head =
        new PageHead(
            Messages.of(context).text("search.title"),
            Messages.of(context).text("search.description"),
            "search",
            List.of(),
            false,
            List.of());
    return new SitePath.Page(
        path, TEMPLATES + template, false, () -> new SearchView(head, SearchIndex.HEAD));
  }

  private record Files(SortedMap<String, byte[]> byPath) {
    static Files of(PageContext context) {
      var entries = new SearchEntries(context);
      Messages messages = Messages.of(context);
      var texts =
          new SearchTexts(
              messages.text("search.refused"),
              messages.text("search.nothing"),
              messages.text("search.pages"),
              messages.text("search.page"),
              messages.text("paging.previous"),
              messages.text("paging.next"));
      return new Files(new SearchIndex(entries.kinds(), texts).with(entries.all()).files());
    }
  }
}
