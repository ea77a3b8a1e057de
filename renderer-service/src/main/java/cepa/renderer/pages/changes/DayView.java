package cepa.renderer.pages.changes;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Paging;
import cepa.renderer.view.relay.ChangeRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the changes of a day.
///
/// @param day in UTC
/// @param counts of the whole day
/// @param snapshots that brought changes, newest first; on the first page only
/// @param movers groups that gained or lost most; on the first page only
/// @param paging which changes this page lists
/// @param unlisted changes beyond the last page
/// @param changes newest first
/// @param earlier the day with changes before; null if none
/// @param later the day with changes after; null if none
record DayView(
    PageHead head,
    Day day,
    Counts counts,
    List<Snapshot> snapshots,
    @Nullable Movers movers,
    Paging paging,
    int unlisted,
    List<Row> changes,
    @Nullable Link earlier,
    @Nullable Link later)
    implements PageView {

  /// @param at published time
  record Snapshot(Moment at, Counts counts) {}

  /// @param relay nickname, leading to its page
  record Row(Link relay, ChangeRow change) {}
}
