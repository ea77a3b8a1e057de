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
  /// @param counted those of its relays that count; null if all do
  /// @param failing relays whose proof fails; null in rankings of other things
  /// @param days since its first relay was first seen; null in rankings of other things
  /// @param relays all of them, and so are all figures from here on
  /// @param measured those known to be measured
  /// @param bandwidth observed
  /// @param weight of the network
  /// @param spread where or on what the relays counted are; empty in rankings of other things
  /// @param more of these that are not listed
  record Row(
      int rank,
      boolean title,
      @Nullable GeographicAchievement geography,
      @Nullable Link operator,
      Amount amount,
      @Nullable Part counted,
      @Nullable Integer failing,
      @Nullable Long days,
      int relays,
      int measured,
      int guards,
      int middles,
      int exits,
      Rate bandwidth,
      Share weight,
      int networks,
      int countries,
      int platforms,
      List<Spread> spread,
      int more) {}

  /// Some of an operator's relays. What is null is not known apart from its other relays.
  ///
  /// @param relays null where these are what it is ranked by
  /// @param bandwidth observed
  /// @param weight of the network
  record Part(
      @Nullable Integer relays,
      @Nullable Rate bandwidth,
      @Nullable Share weight,
      @Nullable Integer guards,
      @Nullable Integer middles,
      @Nullable Integer exits) {}

  /// @param relays how many of its relays
  record Spread(Link where, int relays) {}
}
