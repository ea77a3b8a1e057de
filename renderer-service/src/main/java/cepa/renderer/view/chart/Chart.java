package cepa.renderer.view.chart;

import cepa.renderer.view.Moment;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure over time: the data only. How it is drawn follows from them ([Drawing]).
///
/// @param id of its element, unique on the page, from a closed vocabulary
/// @param unit of the values; empty for plain counts
/// @param days days that a point stands for; 0 if it is a moment
/// @param points equally spaced or not, oldest first
public record Chart(String id, String unit, int days, List<Point> points) {

  public Chart {
    points = List.copyOf(points);
  }

  /// @param at when, or the beginning of the days it stands for
  /// @param value rounded; null if unknown
  public record Point(Moment at, @Nullable BigDecimal value) {}
}
