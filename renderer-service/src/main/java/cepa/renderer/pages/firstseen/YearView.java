package cepa.renderer.pages.firstseen;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days of a year on which relays were first seen that are still here.
///
/// @param year its number
/// @param relays first seen in it
/// @param months those that have such a day, in order
/// @param earlier the year before that has one; null if none
/// @param later the year after that has one; null if none
record YearView(
    PageHead head,
    String year,
    int relays,
    List<Month> months,
    @Nullable Link earlier,
    @Nullable Link later)
    implements PageView {

  /// @param month `YYYY-MM`, also its anchor
  /// @param relays first seen in it
  record Month(String month, int relays, List<Day> days) {}

  /// @param day leading to its page
  /// @param relays first seen then
  record Day(Link day, int relays) {}
}
