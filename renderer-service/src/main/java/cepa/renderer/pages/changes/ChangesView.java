package cepa.renderer.pages.changes;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import java.util.List;

/// The days of which changes are told.
///
/// @param days newest first; days without a change are left out
record ChangesView(PageHead head, List<DayOfChanges> days) implements PageView {

  /// @param day leading to its page
  /// @param all changes
  record DayOfChanges(Link day, Counts counts, int all) {}
}
