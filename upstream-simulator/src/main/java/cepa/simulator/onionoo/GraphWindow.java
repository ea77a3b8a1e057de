package cepa.simulator.onionoo;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The hours a history graph covers: whole intervals on a grid that begins at the epoch of Unix, in
/// hours since that epoch.
///
/// @param period the graph's name: `1_month` …
/// @param step hours of an interval
/// @param start first hour
/// @param end first hour after the graph
public record GraphWindow(String period, int step, int start, int end) {

  private static final int HOUR = 3600;
  private static final List<String> PERIODS = List.of("1_month", "6_months", "1_year", "5_years");
  private static final int[] MONTHS = {1, 6, 12, 60};

  /// The windows of a document, the shortest first.
  ///
  /// @param published of the document, seconds since the epoch
  /// @param steps hours of an interval in each period
  public static List<GraphWindow> at(long published, List<Integer> steps) {
    List<GraphWindow> windows = new ArrayList<>();
    int now = (int) (published / HOUR) + 1;
    for (int i = 0; i < MONTHS.length; i++) {
      int step = steps.get(i);
      int end = now / step * step;
      LocalDateTime time = LocalDateTime.ofEpochSecond((long) end * HOUR, 0, ZoneOffset.UTC);
      long start = time.minusMonths(MONTHS[i]).toEpochSecond(ZoneOffset.UTC) / HOUR;
      windows.add(new GraphWindow(PERIODS.get(i), step, (int) start / step * step, end));
    }
    return windows;
  }

  /// How many intervals the window has.
  public int intervals() {
    return (end - start) / step;
  }

  /// The first hour of an interval.
  public int hour(int interval) {
    return start + interval * step;
  }
}
