package cepa.processor.source.onionoouptime;

import cepa.model.Series;
import org.jspecify.annotations.Nullable;

/// The share of time a graph stands for (analytics 2.2 with A-1: values are relative to the graph's
/// own maximum, so they are multiplied by its factor).
final class UptimeAverage {

  /// Fewer known values than this say nothing.
  static final int LEAST_VALUES = 30;

  private UptimeAverage() {}

  /// Mean of the known values times the factor, 0..1; null if there are too few of them. Unlike the
  /// reference a share below one percent stays what it is: a relay that hardly ran is not one
  /// nothing is known of.
  static @Nullable Double of(Series graph) {
    long sum = 0;
    int known = 0;
    for (short value : graph.values()) {
      if (value != Series.UNKNOWN) {
        sum += value;
        known++;
      }
    }
    if (known < LEAST_VALUES) {
      return null;
    }
    return Math.min(1.0, (double) sum / known * graph.factor());
  }
}
