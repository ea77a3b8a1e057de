package cepa.renderer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One kind of page: which pages there are, what they show, where they are linked from. A family is
/// a Spring component in a package of its own with its template beside it; menu, links, sitemap,
/// counts and twins follow from the list of families, so adding one changes no existing file.
public interface PageFamily {

  /// Short name in kebab-case, unique, e.g. `country`; counts and metrics carry it.
  String id();

  /// Everything this family publishes for a model, in a defined order. Called once a shard:
  /// enumerating must be cheap, the work belongs into the suppliers, which are called only for
  /// pages of the shard.
  Stream<SitePath> paths(PageContext context);

  /// The kinds of page this family may have, whether or not a model makes it have one: the last
  /// part of the template's name, and the record of its views. So what is said of a kind, such as
  /// the schema of its twins, never comes and goes.
  default Map<String, Class<? extends PageView>> shapes() {
    return Map.of();
  }

  /// Tells others where this family's objects are. Called once a model, before any page is made.
  default void link(Links.Registry links, PageContext.Data data) {}

  /// Entries this family has in the main menu; none by default.
  default List<NavEntry> navigation() {
    return List.of();
  }

  /// An entry of the main menu.
  ///
  /// @param order entries are sorted by it, then by key
  /// @param text key of what it says, among the texts of its family: `country.menu`
  /// @param path absolute path it leads to
  /// @param section name that pages of this section carry in their head, so that the entry is
  ///   marked
  /// @param group key of the text that entries of one group fold together under, where the first of
  ///   them would stand; empty for an entry of its own
  record NavEntry(int order, String text, String path, String section, String group) {
    public NavEntry(int order, String text, String path, String section) {
      this(order, text, path, section, "");
    }
  }
}
