package cepa.simulator.onionoo;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import java.io.IOException;

/// Writes a history graph the way Onionoo makes it: trimmed to the intervals that have data, values
/// as whole 999ths of the largest one, cut off and not rounded.
public final class HistoryGraph {

  /// Stands for an interval without enough data.
  public static final double UNKNOWN = Double.NaN;

  private static final int TOP = 999;

  private HistoryGraph() {}

  /// Whether there is a graph at all: it takes two neighbouring intervals with data.
  public static boolean drawable(double[] averages) {
    for (int i = 1; i < averages.length; i++) {
      if (!Double.isNaN(averages[i - 1]) && !Double.isNaN(averages[i])) {
        return true;
      }
    }
    return false;
  }

  /// Writes a drawable graph.
  ///
  /// @param averages one for each interval of the window
  public static void write(DocumentWriter out, GraphWindow window, double[] averages)
      throws IOException {
    int first = 0;
    while (Double.isNaN(averages[first])) {
      first++;
    }
    int last = averages.length - 1;
    while (Double.isNaN(averages[last])) {
      last--;
    }
    double largest = 0;
    for (int i = first; i <= last; i++) {
      if (averages[i] > largest) {
        largest = averages[i];
      }
    }
    out.text("{\"first\":\"").text(Timestamps.text(middle(window, first)));
    out.text("\",\"last\":\"").text(Timestamps.text(middle(window, last)));
    out.text("\",\"interval\":").number(window.step() * 3600L);
    out.text(",\"factor\":").text(Double.toString(largest / TOP));
    out.text(",\"count\":").number(last - first + 1L).text(",\"values\":[");
    for (int i = first; i <= last; i++) {
      if (i > first) {
        out.character(',');
      }
      if (Double.isNaN(averages[i])) {
        out.text("null");
      } else {
        out.number(largest == 0 ? 0 : (long) (averages[i] * TOP / largest));
      }
    }
    out.text("]}");
  }

  private static long middle(GraphWindow window, int interval) {
    return window.hour(interval) * 3600L + window.step() * 1800L;
  }
}
