package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Paging;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pages of groups that have one each: `<root><key>/` and, for the rows after the first 500,
/// `<root><key>/<n>/`.
///
/// @param root absolute path above the groups, e.g. `/country/`
/// @param template that shows the views
/// @param validKey which keys have a page
/// @param segment the part of the path that a key becomes; different keys become different parts
public record GroupPages(
    String root, String template, Predicate<String> validKey, UnaryOperator<String> segment) {

  /// Keys that are valid are part of the path as they are.
  public GroupPages(String root, String template, Predicate<String> validKey) {
    this(root, template, validKey, UnaryOperator.identity());
  }

  /// Every key has a page.
  public static GroupPages ofAll(String root, String template, UnaryOperator<String> segment) {
    return new GroupPages(root, template, key -> true, segment);
  }

  /// Makes the view of one page of a group.
  @FunctionalInterface
  public interface ViewMaker {
    PageView make(RelayGroup group, Paging paging, PageContext context);
  }

  /// Tells others where the groups of that entity are.
  public void link(String entity, List<RelayGroup> groups, Links.Registry links) {
    Set<String> keys = new HashSet<>();
    groups.stream().map(RelayGroup::key).filter(validKey).forEach(keys::add);
    links.entity(entity, key -> keys.contains(key) ? path(key, 1) : null);
  }

  public Stream<SitePath> paths(List<RelayGroup> groups, PageContext context, ViewMaker maker) {
    return groups.stream()
        .filter(group -> validKey.test(group.key()))
        .flatMap(group ->
            IntStream.rangeClosed(1, Paging.pages(group.members().size()))
                .mapToObj(number -> page(group, number, context, maker)));
  }

  private SitePath page(RelayGroup group, int number, PageContext context, ViewMaker maker) {
    return new SitePath.Page(
        path(group.key(), number),
        template,
        number == 1,
        () -> {
          Paging paging =
              Paging.of(group.members().size(), number, page -> path(group.key(), page));
          return maker.make(group, paging, context);
        });
  }

  public String path(String key, int page) {
    return root + segment.apply(key) + "/" + (page == 1 ? "" : page + "/");
  }
}
