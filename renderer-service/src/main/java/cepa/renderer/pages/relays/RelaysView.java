package cepa.renderer.pages.relays;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.relay.RelayTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of all relays.
///
/// @param figures of the whole network; on the first page only
/// @param balance of the whole network; on the first page only
/// @param ways other ways to them: by flag, by day, the largest
/// @param relays which of them this page lists
record RelaysView(
    PageHead head,
    @Nullable GroupFigures figures,
    @Nullable Balance balance,
    List<Link> ways,
    RelayTable relays)
    implements PageView {}
