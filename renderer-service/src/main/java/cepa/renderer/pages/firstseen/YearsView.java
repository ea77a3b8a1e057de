package cepa.renderer.pages.firstseen;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import java.util.List;

/// The years in which today's relays were first seen.
///
/// @param shownIn unit of the bandwidths on the page; the twin has them in bits per second
/// @param unknown relays of which it is not known
/// @param years newest first
record YearsView(PageHead head, RateUnit shownIn, int unknown, List<Year> years)
    implements PageView {

  /// @param year leading to its page
  /// @param relays first seen in it
  /// @param running of these running
  /// @param observed their observed bandwidth
  /// @param consensusWeight their share of the network
  record Year(Link year, int relays, int running, Rate observed, Share consensusWeight) {}
}
