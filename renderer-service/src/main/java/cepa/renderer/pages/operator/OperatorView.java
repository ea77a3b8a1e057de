package cepa.renderer.pages.operator;

import cepa.model.consensus.FamilyKeys;
import cepa.model.operator.NetworkPosition;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Share;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.operator.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of an operator.
///
/// @param key of the operator
/// @param name what to call it; null: these are the relays without a contact
/// @param findings what deserves a look, worst first; on the first page only, empty if nothing
///   does, and for nobody
/// @param identity who it says it is; on the first page only, null also for nobody
/// @param figures of all its relays; on the first page only
/// @param shares what each role has of its bandwidth; on the first page only
/// @param position what its relays are to the network; on the first page only
/// @param rankings those it is among the first of; on the first page only
/// @param past what its relays did and how they are; on the first page only, null also for nobody
/// @param proof null from the second page on, and if no relay takes a step towards one
/// @param spread where they are and what they run; on the first page only
/// @param families its relays are in; on the first page only
/// @param relays which of its relays this page lists
/// @param changes relays gained and lost, newest first; on the first page only
record OperatorView(
    PageHead head,
    String key,
    @Nullable String name,
    List<OperatorPresent.Finding> findings,
    @Nullable Identity identity,
    @Nullable GroupFigures figures,
    @Nullable RoleShares shares,
    @Nullable NetworkPosition position,
    List<OperatorPresent.Ranking> rankings,
    @Nullable Past past,
    @Nullable Proof proof,
    @Nullable Spread spread,
    Families families,
    OperatorRelays relays,
    List<Membership> changes)
    implements PageView {

  @Override
  public @Nullable String canonical() {
    return identity == null || identity.site() == null ? null : identity.site().path();
  }

  /// Parts of the operator's observed bandwidth; null if it has none.
  record RoleShares(@Nullable Share guard, @Nullable Share middle, @Nullable Share exit) {}

  /// @param uptime null if the source is missing
  /// @param downtime relays that are not running; null if all are
  /// @param versions relays by what authorities say of their version
  /// @param traffic null if the source is missing
  /// @param intelligence how diverse they are and how much they are used
  record Past(
      OperatorPast.@Nullable Uptime uptime,
      OperatorPresent.@Nullable Downtime downtime,
      List<OperatorPresent.VersionStatus> versions,
      OperatorPast.@Nullable Traffic traffic,
      OperatorPresent.Intelligence intelligence) {}

  /// @param domain it claims to prove; null if none
  /// @param site the address of that domain here; null unless it is proved
  /// @param contact what most of its relays say, several lines
  /// @param otherWordings different contacts of the others
  /// @param newest day its youngest relay was first seen; null if unknown
  record Identity(
      @Nullable String domain,
      @Nullable Link site,
      @Nullable String contact,
      int otherWordings,
      @Nullable Day newest) {}

  /// @param largest most of its relays first
  /// @param more how many are not listed
  /// @param support how many relays tell their family in which way; empty if keys are unknown
  record Families(List<Family> largest, int more, List<Told> support) {}

  /// @param by the way
  record Told(FamilyKeys.Support by, int relays) {}

  /// @param family leading to its page
  /// @param relays of the operator in it
  record Family(Link family, int relays) {}
}
