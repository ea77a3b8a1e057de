package cepa.simulator.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When a relay was and will be away: whole hours, counted from the hour of tick 0.
public final class Outages {

  private static final int OLDEST_HOUR = -24 * 366 * 5;

  private final int[] starts;
  private final int[] ends;

  private Outages(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /// @param firstHour of the relay's life
  /// @param goneSince the first hour of an absence that is known to include hour 0; null: the relay
  ///   is known to run at hour 0
  static Outages of(
      Draw draw, Reliability reliability, int firstHour, @Nullable Integer goneSince) {
    Builder builder = new Builder();
    int knownUp = goneSince == null ? 0 : goneSince - 1;
    double hour = Math.max(firstHour, OLDEST_HOUR);
    for (int i = 0; hour < SimulatedNetwork.LAST_TICK; i++) {
      Draw outage = draw.of(i);
      hour += outage.of("gap").exponential(reliability.hoursBetweenOutages());
      int start = (int) hour;
      int end = start + length(outage, reliability);
      if (start <= knownUp && end > knownUp) {
        end = knownUp; // what is really known about this hour wins
      }
      builder.add(start, end);
      hour = Math.max(hour, end) + 1;
    }
    if (goneSince != null) {
      boolean returns = draw.of("returns").chance(0.5);
      int back = 1 + (int) draw.of("back").exponential(60);
      builder.cover(goneSince, returns ? back : SimulatedNetwork.LAST_TICK + 1);
    }
    return builder.build();
  }

  private static int length(Draw outage, Reliability reliability) {
    int hours = 1 + (int) outage.of("length").exponential(reliability.outageHours());
    boolean vacation = reliability != Reliability.STEADY && outage.of("vacation").chance(0.02);
    return vacation ? hours + 24 + outage.of("days").below(24 * 19) : hours;
  }

  public int count() {
    return starts.length;
  }

  /// First hour of the outage with this index.
  public int start(int index) {
    return starts[index];
  }

  /// First hour after the outage with this index.
  public int end(int index) {
    return ends[index];
  }

  /// The newest outage that begins at this hour or before; -1: none.
  public int newestBefore(int hour) {
    int found = Arrays.binarySearch(starts, hour);
    return found >= 0 ? found : -found - 2;
  }

  public boolean covers(int hour) {
    int index = newestBefore(hour);
    return index >= 0 && hour < ends[index];
  }

  /// The longest time away, in hours.
  public int longest() {
    int longest = 0;
    for (int i = 0; i < starts.length; i++) {
      longest = Math.max(longest, ends[i] - starts[i]);
    }
    return longest;
  }

  private static final class Builder {
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    void add(int start, int end) {
      if (end <= start) {
        return;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = start;
      ends[count++] = end;
    }

    /// Puts one outage in the place of all that touch it.
    void cover(int start, int end) {
      Builder result = new Builder();
      for (int i = 0; i < count && starts[i] < start; i++) {
        result.add(starts[i], Math.min(ends[i], start));
      }
      result.add(start, end);
      for (int i = 0; i < count; i++) {
        if (starts[i] > end) {
          result.add(starts[i], ends[i]);
        }
      }
      starts = result.starts;
      ends = result.ends;
      count = result.count;
    }

    Outages build() {
      return new Outages(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }
  }
}
