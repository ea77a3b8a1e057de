package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The rows of a listing, each made once: a row is the same object in every order, so that it is
/// rendered once.
public final class GroupRows {

  private final Map<String, GroupRow> byKey = new ConcurrentHashMap<>();
  private final Maker maker;
  private final PageContext context;

  /// Makes the row of a group.
  @FunctionalInterface
  public interface Maker {
    /// @param figures of the group, in the unit of tables
    GroupRow make(RelayGroup group, GroupFigures figures);
  }

  public GroupRows(Maker maker, PageContext context) {
    this.maker = maker;
    this.context = context;
  }

  public GroupRow of(RelayGroup group) {
    return byKey.computeIfAbsent(
        group.key(),
        key ->
            maker.make(
                group,
                GroupFigures.ofTable(group.totals(), context.model().site().bandwidthUnit())));
  }
}
