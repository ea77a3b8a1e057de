package cepa.renderer.pages.country;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a country.
///
/// @param country two upper-case letters
/// @param name English name; null if unknown
/// @param figures of all its relays; on the first page only
/// @param carried what they carried; on the first page only
/// @param spread who runs them, where they are and what they run; on the first page only
/// @param relays which of its relays this page lists
/// @param changes relays gained and lost, newest first; on the first page only
record CountryView(
    PageHead head,
    String country,
    @Nullable String name,
    @Nullable GroupFigures figures,
    @Nullable Carried carried,
    @Nullable Spread spread,
    RelayTable relays,
    List<Membership> changes)
    implements PageView {}
