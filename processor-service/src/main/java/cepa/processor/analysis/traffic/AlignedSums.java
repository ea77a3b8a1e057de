package cepa.processor.analysis.traffic;

import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Adds up the graphs of many relays interval by interval (A-3: each graph begins at its own time,
/// so it is dates that are added up, not positions). An interval without any value is absent, not
/// zero. Not safe for several threads.
final class AlignedSums {

  /// Intervals up to the model's moment: the 184 a graph has at most, and some more for relays that
  /// were last seen a week ago.
  private static final int WINDOW = 192;

  private static final int HIGHEST = Short.MAX_VALUE;

  private final long interval;
  private final long firstSlot;
  private final double[] sums;
  private long phase = -1;

  /// @param interval of the graphs; others are left out
  /// @param asOf the moment the model speaks of
  AlignedSums(Duration interval, Instant asOf) {
    this.interval = interval.toSeconds();
    firstSlot = Math.floorDiv(asOf.getEpochSecond(), this.interval) - WINDOW + 1;
    sums = new double[WINDOW];
    Arrays.fill(sums, Double.NaN);
  }

  private AlignedSums(long interval, long firstSlot, long phase, double[] sums) {
    this.interval = interval;
    this.firstSlot = firstSlot;
    this.phase = phase;
    this.sums = sums;
  }

  void add(Series graph) {
    if (graph.interval().toSeconds() != interval) {
      return;
    }
    long first = graph.first().getEpochSecond();
    if (phase < 0) {
      phase = Math.floorMod(first, interval);
    }
    long offset = Math.floorDiv(first, interval) - firstSlot;
    long end = Math.min(graph.values().length, WINDOW - offset);
    for (int i = Math.clamp(-offset, 0, graph.values().length); i < end; i++) {
      if (graph.isKnown(i)) {
        int slot = (int) (offset + i);
        sums[slot] = (Double.isNaN(sums[slot]) ? 0 : sums[slot]) + graph.value(i);
      }
    }
  }

  /// These sums and what relays without such graphs carried, by sums of their finer graphs: each as
  /// much as its time is of an interval. Only where there is a sum: the newest interval is not
  /// over.
  AlignedSums with(List<AlignedSums> finer) {
    var all = new AlignedSums(interval, firstSlot, phase, sums.clone());
    for (AlignedSums other : finer) {
      for (int i = 0; i < WINDOW; i++) {
        int slot = all.slotOf(other.midpoint(i));
        if (slot >= 0 && !Double.isNaN(other.sums[i])) {
          all.sums[slot] += other.sums[i] * other.interval / interval;
        }
      }
    }
    return all;
  }

  /// The interval of a moment; -1 if it has no sum.
  private int slotOf(Instant at) {
    long slot = Math.floorDiv(at.getEpochSecond() - phase + interval / 2, interval) - firstSlot;
    return slot < 0 || slot >= WINDOW || Double.isNaN(sums[(int) slot]) ? -1 : (int) slot;
  }

  /// The sums that there are, oldest first.
  double[] present() {
    return Arrays.stream(sums).filter(sum -> !Double.isNaN(sum)).toArray();
  }

  /// Midpoints of the intervals of [#present].
  Instant[] midpoints() {
    return slots().mapToObj(this::midpoint).toArray(Instant[]::new);
  }

  /// The sums as a graph, in as small parts of the largest as there are; null if there are none.
  @Nullable Series series(String name) {
    int[] slots = slots().toArray();
    if (slots.length == 0) {
      return null;
    }
    int from = slots[0];
    short[] values = new short[slots[slots.length - 1] - from + 1];
    double most = Arrays.stream(present()).max().orElse(0);
    for (int i = 0; i < values.length; i++) {
      double sum = sums[from + i];
      values[i] =
          Double.isNaN(sum)
              ? Series.UNKNOWN
              : most == 0 ? 0 : (short) Math.rint(sum / most * HIGHEST);
    }
    return new Series(name, midpoint(from), Duration.ofSeconds(interval), most / HIGHEST, values);
  }

  private IntStream slots() {
    return IntStream.range(0, WINDOW).filter(slot -> !Double.isNaN(sums[slot]));
  }

  private Instant midpoint(int slot) {
    return Instant.ofEpochSecond((firstSlot + slot) * interval + phase);
  }
}
