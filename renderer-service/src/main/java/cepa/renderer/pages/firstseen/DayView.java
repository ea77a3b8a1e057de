package cepa.renderer.pages.firstseen;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.relay.RelayTable;
import org.jspecify.annotations.Nullable;

/// One page of a day.
///
/// @param date `YYYY-MM-DD`
/// @param figures of all relays first seen then; on the first page only
/// @param relays which of them this page lists
record DayView(PageHead head, String date, @Nullable GroupFigures figures, RelayTable relays)
    implements PageView {}
