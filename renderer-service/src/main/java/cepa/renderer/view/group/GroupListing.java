package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Paging;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A listing of groups in all its orders: `/misc/<kind>-by-<sort>.html` and, of the first order,
/// from the second page on, `/misc/<kind>-by-<sort>/<n>.html`. The other orders end after their
/// first page: they are there for who comes first in them, and each of their pages would repeat
/// rows that the first order has.
///
/// @param kind plural in the path and of the family of its texts, e.g. `countries`
/// @param group one of them, as the model calls it
/// @param root above the pages of the groups: no page is there, so it leads to the listing
/// @param template that shows a [View]
/// @param sorts orders that say something about this kind
/// @param aliases names of orders that equal the first one and lead there
public record GroupListing(
    String kind,
    String group,
    String root,
    String template,
    List<GroupSort> sorts,
    List<String> aliases) {

  /// Where the listing begins: its first order, first page.
  public String path() {
    return path(sorts.getFirst().suffix(), 1);
  }

  private String path(String suffix, int page) {
    String name = "/misc/" + kind + "-by-" + suffix;
    return page == 1 ? name + ".html" : name + "/" + page + ".html";
  }

  /// An order by what is not known leads to the first one.
  ///
  /// @param groups all of the kind
  public Stream<SitePath> paths(List<RelayGroup> groups, GroupRows rows, PageContext context) {
    boolean unknown = !rows.data().isKnown() && sorts.contains(GroupSort.TOTAL_DATA);
    return unknown ? withoutData().pages(groups, rows, context) : pages(groups, rows, context);
  }

  private GroupListing withoutData() {
    List<GroupSort> left = sorts.stream().filter(sort -> sort != GroupSort.TOTAL_DATA).toList();
    List<String> more = new ArrayList<>(aliases);
    more.add(GroupSort.TOTAL_DATA.suffix());
    return new GroupListing(kind, group, root, template, left, List.copyOf(more));
  }

  private Stream<SitePath> pages(List<RelayGroup> groups, GroupRows rows, PageContext context) {
    Stream<SitePath> pages =
        sorts.stream()
            .flatMap(sort ->
                IntStream.rangeClosed(1, sort == sorts.getFirst() ? Paging.pages(groups.size()) : 1)
                    .mapToObj(page -> page(sort, page, groups, rows, context)));
    Stream<SitePath> redirects =
        Stream.concat(aliases.stream().map(alias -> path(alias, 1)), Stream.of(root))
            .map(path -> new SitePath.Redirect(path, path()));
    return Stream.concat(pages, redirects);
  }

  private SitePath page(
      GroupSort sort, int number, List<RelayGroup> groups, GroupRows rows, PageContext context) {
    String path = path(sort.suffix(), number);
    return new SitePath.Page(
        path,
        template,
        false,
        () -> {
          Paging paging =
              sort == sorts.getFirst()
                  ? Paging.of(groups.size(), number, page -> path(sort.suffix(), page))
                  : Paging.firstOf(groups.size());
          List<RelayGroup> sorted = groups.stream().sorted(sort.order(rows.data())).toList();
          return new View(
              head(sort, number, rows.sources(), Messages.of(context)),
              sort.suffix(),
              orders(sort),
              number == 1 ? Held.of(group, groups) : null,
              GroupFigures.ofTable(
                  context.model().totals().all(), context.model().site().bandwidthUnit()),
              paging,
              paging.pages() == 1 && paging.to() < paging.total() ? path() : null,
              paging.rows(sorted).stream().map(rows::of).toList());
        });
  }

  private PageHead head(GroupSort sort, int number, List<String> sources, Messages texts) {
    boolean first = sort == sorts.getFirst() && number == 1;
    return new PageHead(
        texts.paged(texts.text(kind + ".title"), number),
        texts.text(kind + ".description"),
        kind,
        List.of(),
        first,
        sources);
  }

  private Map<String, Link> orders(GroupSort current) {
    Map<String, Link> orders = new TreeMap<>();
    for (GroupSort sort : sorts) {
      orders.put(
          sort.suffix(), new Link(sort.suffix(), sort == current ? null : path(sort.suffix(), 1)));
    }
    return orders;
  }

  /// One page of the listing.
  ///
  /// @param sort name of the order
  /// @param orders where each order is, by name; the current one has no path
  /// @param held how few hold how much; on first pages only
  /// @param network figures of the whole network, to compare with
  /// @param paging which rows these are
  /// @param whole where all rows are, in the first order; null if this order has them
  /// @param groups the rows
  public record View(
      PageHead head,
      String sort,
      Map<String, Link> orders,
      @Nullable Held held,
      GroupFigures network,
      Paging paging,
      @Nullable String whole,
      List<GroupRow> groups)
      implements PageView {}
}
