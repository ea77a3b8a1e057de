package cepa.renderer.pages.leaderboards;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.pages.leaderboards.BoardView.Row;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rankings with their first three places.
///
/// @param operators all that were ranked
/// @param bandwidth theirs together
/// @param weight theirs together
/// @param boards in the order of the page
record OverviewView(PageHead head, int operators, Rate bandwidth, Share weight, List<Board> boards)
    implements PageView {

  /// @param key of its texts: `exit-authority`
  /// @param anchor that links of the web know it by: `exit_authority`
  /// @param path of its page
  /// @param known whether the source is there
  /// @param places how many there are; null if unknown
  /// @param first at most three
  record Board(
      String key,
      String anchor,
      String path,
      boolean known,
      @Nullable Integer places,
      List<Row> first) {}
}
