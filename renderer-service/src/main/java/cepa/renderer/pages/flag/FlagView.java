package cepa.renderer.pages.flag;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayTable;
import org.jspecify.annotations.Nullable;

/// One page of a flag.
///
/// @param flag its name
/// @param code names the text on its meaning, `flag.meaning.<code>`
/// @param method where flags are explained at length; null if nowhere
/// @param figures of all relays that have it; on the first page only
/// @param carried what they carried; on the first page only
/// @param spread who runs them, where they are and what they run; on the first page only
/// @param relays which of its relays this page lists
record FlagView(
    PageHead head,
    String flag,
    String code,
    @Nullable Link method,
    @Nullable GroupFigures figures,
    @Nullable Carried carried,
    @Nullable Spread spread,
    RelayTable relays)
    implements PageView {}
