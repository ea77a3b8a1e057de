package cepa.renderer.pages.platform;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayTable;
import org.jspecify.annotations.Nullable;

/// One page of a platform.
///
/// @param platform name of the operating system
/// @param figures of all its relays; on the first page only
/// @param carried what they carried; on the first page only
/// @param spread where they are and which versions they run; on the first page only
/// @param relays which of its relays this page lists
record PlatformView(
    PageHead head,
    String platform,
    @Nullable GroupFigures figures,
    @Nullable Carried carried,
    @Nullable Spread spread,
    RelayTable relays)
    implements PageView {}
