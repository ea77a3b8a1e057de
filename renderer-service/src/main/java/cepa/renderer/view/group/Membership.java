package cepa.renderer.view.group;

import cepa.model.GroupChange;
import cepa.renderer.PageContext;
import cepa.renderer.view.Moment;
import cepa.renderer.view.relay.RelayLinks;
import java.util.List;

/// Relays a group gained and lost at one time.
///
/// @param at published time of the snapshot that first showed it
public record Membership(Moment at, RelayLinks gained, RelayLinks lost) {

  private static final int LISTED = 10;

  /// @param changes newest first
  public static List<Membership> of(List<GroupChange> changes, PageContext context) {
    return changes.stream()
        .map(change ->
            new Membership(
                new Moment(change.at()),
                RelayLinks.of(change.gained(), LISTED, context),
                RelayLinks.of(change.lost(), LISTED, context)))
        .toList();
  }
}
