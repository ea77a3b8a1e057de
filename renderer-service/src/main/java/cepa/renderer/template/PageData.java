package cepa.renderer.template;

import cepa.renderer.Link;
import cepa.renderer.SitePath;
import cepa.renderer.view.twin.CsvTable;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a page has for programs, beside its twin.
///
/// @param tables its tables as CSV: name and absolute path, in the order of the page
/// @param atom feed of what changed about it; null if it has none
/// @param jsonFeed the same as JSON Feed; null likewise
/// @param schema of its twin; null if the site has none
public record PageData(
    List<Link> tables, @Nullable String atom, @Nullable String jsonFeed, @Nullable String schema) {

  public PageData {
    tables = List.copyOf(tables);
  }

  /// Feeds stand beside the page, schemas under the name of the page's shape; a page links those
  /// that the site has, so no family knows another.
  ///
  /// @param has whether the site has a document at a path
  public static PageData of(SitePath.Page page, List<CsvTable> tables, Predicate<String> has) {
    return new PageData(
        tables.stream().map(table -> new Link(table.name(), page.beside(table.file()))).toList(),
        existing(page.beside("feed.atom"), has),
        existing(page.beside("feed.json"), has),
        existing("/schema/" + page.shape() + ".json", has));
  }

  private static @Nullable String existing(String path, Predicate<String> has) {
    return has.test(path) ? path : null;
  }
}
