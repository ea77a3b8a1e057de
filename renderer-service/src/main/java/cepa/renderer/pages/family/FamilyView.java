package cepa.renderer.pages.family;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Moment;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.operator.Proof;
import cepa.renderer.view.relay.RelayLinks;
import cepa.renderer.view.relay.RelayTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a family.
///
/// @param name of the relay it is called after
/// @param fingerprint of that relay
/// @param operators who runs its relays, at most [FamilyPages#OPERATORS]
/// @param moreOperators how many are not listed
/// @param nobody relays that name no operator
/// @param figures of its relays that are known now; on the first page only
/// @param carried what they carried; on the first page only
/// @param proof null from the second page on, and if no relay takes a step towards one
/// @param spread who runs them, where they are and what they run; on the first page only
/// @param absent members that are not known now
/// @param relays which of its relays this page lists
/// @param changed when its members had another family than before, newest first; on the first page
///   only
record FamilyView(
    PageHead head,
    String name,
    String fingerprint,
    List<Link> operators,
    int moreOperators,
    int nobody,
    @Nullable GroupFigures figures,
    @Nullable Carried carried,
    @Nullable Proof proof,
    @Nullable Spread spread,
    RelayLinks absent,
    RelayTable relays,
    List<Changed> changed)
    implements PageView {

  /// @param at published time of the snapshot that first showed it
  /// @param members whose family it changed, of those that are known now
  /// @param appeared those of them that were first seen then
  record Changed(Moment at, int members, RelayLinks appeared) {}
}
