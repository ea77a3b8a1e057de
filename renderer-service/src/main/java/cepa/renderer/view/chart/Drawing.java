package cepa.renderer.view.chart;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chart as coordinates. The plot is 1000 wide and 100 high and is stretched to the place it
/// gets; labels stand outside of it, in percent of the plot, so that they keep their size.
///
/// @param line path of the line, or of the bars
/// @param dot path of points that no line reaches
/// @param lost path over what is missing to the full height of the bars; empty if there is none
/// @param gaps path over the time nothing is known of; empty if there is none
/// @param values marks of the value axis, top first
/// @param times marks of the time axis
public record Drawing(
    String line, String dot, String lost, String gaps, List<Mark> values, List<Mark> times) {

  private static final int WIDTH = 1000;
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /// @param at percent from the left or from the top
  /// @param label what it says
  /// @param anchor where the label is held: `start`, `middle` or `end`
  public record Mark(String at, String label, String anchor) {}

  /// A line through the known values, broken where one is unknown.
  ///
  /// @return null if no value is known
  public static @Nullable Drawing line(DayNames names, Chart chart) {
    return line(names, chart, false);
  }

  /// The same on an axis that begins at zero: what is half as high is half as much.
  ///
  /// @return null if no value is known
  public static @Nullable Drawing lineFromZero(DayNames names, Chart chart) {
    return line(names, chart, true);
  }

  private static @Nullable Drawing line(DayNames names, Chart chart, boolean fromZero) {
    List<BigDecimal> known =
        chart.points().stream().map(Chart.Point::value).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return null;
    }
    BigDecimal least = known.stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal most = known.stream().reduce(BigDecimal::max).orElseThrow();
    Axis axis = Axis.covering(fromZero ? least.min(BigDecimal.ZERO) : least, most);
    Span span = Span.of(chart, 0);
    var line = new StringBuilder();
    var dots = new StringBuilder();
    List<Chart.Point> points = chart.points();
    boolean open = false;
    for (int i = 0; i < points.size(); i++) {
      BigDecimal value = points.get(i).value();
      if (value == null) {
        open = false;
        continue;
      }
      boolean goesOn = i + 1 < points.size() && points.get(i + 1).value() != null;
      String at = span.x(points.get(i).at().at(), 0) + " " + axis.down(value).toPlainString();
      if (open) {
        line.append('L').append(at);
      } else if (goesOn) {
        line.append('M').append(at);
      } else {
        dots.append('M').append(at).append("h0");
      }
      open = true;
    }
    return new Drawing(line.toString(), dots.toString(), "", "", marks(axis), span.marks(names));
  }

  /// A bar for each value, of a chart of percentages.
  ///
  /// @return null if no value is known
  public static @Nullable Drawing bars(DayNames names, Chart chart) {
    if (chart.points().stream().allMatch(point -> point.value() == null)) {
      return null;
    }
    Axis axis =
        new Axis(
            BigDecimal.ZERO, PERCENT, List.of(BigDecimal.ZERO, BigDecimal.valueOf(50), PERCENT));
    Span span = Span.of(chart, chart.days());
    var bars = new StringBuilder();
    var lost = new StringBuilder();
    var gaps = new StringBuilder();
    for (Chart.Point point : chart.points()) {
      int left = span.x(point.at().at(), 0) + 2;
      int right = span.x(point.at().at(), chart.days()) - 2;
      BigDecimal value = point.value();
      if (value == null) {
        gaps.append("M" + left + " 0H" + right + "V100H" + left + "Z");
      } else {
        String top = axis.down(value).stripTrailingZeros().toPlainString();
        bars.append("M" + left + " 100V" + top + "H" + right + "V100Z");
        if (value.compareTo(PERCENT) < 0) {
          lost.append("M" + left + " 0H" + right + "V" + top + "H" + left + "Z");
        }
      }
    }
    return new Drawing(
        bars.toString(), "", lost.toString(), gaps.toString(), marks(axis), span.marks(names));
  }

  /// Whether the axis begins above zero, so that changes look larger than they are.
  public boolean zoomed() {
    return !values.getLast().label().equals("0");
  }

  private static List<Mark> marks(Axis axis) {
    List<Mark> marks = new ArrayList<>();
    for (BigDecimal tick : axis.ticks().reversed()) {
      marks.add(new Mark(axis.down(tick).toPlainString(), Axis.label(tick), "end"));
    }
    return marks;
  }

  /// The time a chart covers.
  private record Span(Instant first, Instant last) {
    static Span of(Chart chart, int after) {
      Instant last = chart.points().getLast().at().at();
      return new Span(chart.points().getFirst().at().at(), last.plus(Duration.ofDays(after)));
    }

    int x(Instant at, int after) {
      long all = Duration.between(first, last).toSeconds();
      long here = Duration.between(first, at.plus(Duration.ofDays(after))).toSeconds();
      return all == 0 ? WIDTH / 2 : (int) (here * WIDTH / all);
    }

    List<Mark> marks(DayNames names) {
      return new Calendar(names)
          .marks(first, last).stream()
              .map(mark -> {
                int at = x(mark.at(), 0);
                String anchor = at < 50 ? "start" : at > 950 ? "end" : "middle";
                return new Mark(at / 10 + "." + at % 10, mark.label(), anchor);
              })
              .toList();
    }
  }
}
