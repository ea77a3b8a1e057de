package cepa.renderer.pages.leaderboards;

import cepa.model.leaderboard.GeographicAchievement;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One ranking.
///
/// @param key of its texts: `exit-authority`
/// @param known whether the source is there; otherwise nobody can be ranked
/// @param unit of the bandwidths
/// @param others the other rankings
/// @param places at most fifty, best first
record BoardView(
    PageHead head, String key, boolean known, RateUnit unit, List<Other> others, List<Row> places)
    implements PageView {

  /// @param key of its texts
  record Other(String key, String path) {}

  /// @param rank from 1
  /// @param title whether a title belongs to the rank
  /// @param geography what it is called for where its relays are; null in rankings of other things
  /// @param operator who
  /// @param amount what it is ranked by
  /// @param bandwidth observed, of all its relays
  /// @param weight of the network
  /// @param spread where or on what the relays counted are; empty in rankings of other things
  /// @param more of these that are not listed
  record Row(
      int rank,
      boolean title,
      @Nullable GeographicAchievement geography,
      @Nullable Link operator,
      Amount amount,
      int relays,
      int guards,
      int middles,
      int exits,
      Rate bandwidth,
      Share weight,
      int networks,
      int countries,
      List<Spread> spread,
      int more) {}

  /// @param relays how many of its relays
  record Spread(Link where, int relays) {}
}
