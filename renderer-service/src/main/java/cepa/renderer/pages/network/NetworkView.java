package cepa.renderer.pages.network;

import cepa.model.rarity.Rarity.Tier;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a network.
///
/// @param network `AS` and its number
/// @param name as the registry has it; null if unknown
/// @param country where most of its relays are; null if unknown
/// @param concentrated whether it holds more of the network's consensus weight than one network
///   should
/// @param rarity how rare it is among relays; on the first page only
/// @param figures of all its relays; on the first page only
/// @param carried what they carried; on the first page only
/// @param spread who runs them, where they are and what they run; on the first page only
/// @param relays which of its relays this page lists
/// @param changes relays gained and lost, newest first; on the first page only
record NetworkView(
    PageHead head,
    String network,
    @Nullable String name,
    @Nullable Link country,
    boolean concentrated,
    @Nullable Rarity rarity,
    @Nullable GroupFigures figures,
    @Nullable Carried carried,
    @Nullable Spread spread,
    RelayTable relays,
    List<Membership> changes)
    implements PageView {

  /// @param score 0..5
  record Rarity(Tier tier, int score) {}
}
