package cepa.renderer.pages.flag;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.GroupFigures;
import java.util.List;

/// All flags.
///
/// @param network figures of the whole network, in the unit of tables
/// @param flags most relays first
record FlagsView(PageHead head, GroupFigures network, List<Row> flags) implements PageView {

  /// @param code names the text on its meaning
  /// @param figures in the unit of tables
  record Row(Link flag, String code, GroupFigures figures) {}
}
