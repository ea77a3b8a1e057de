package cepa.processor.source.onionoouptime;

import cepa.processor.Graph;

/// The share of time a graph stands for (analytics 2.2 with A-1: values are relative to the graph's
/// own maximum, so they are multiplied by its factor).
final class UptimeAverage {

  /// Fewer known values than this say nothing.
  static final int LEAST_VALUES = 30;

  private UptimeAverage() {}

  /// Mean of the known values times the factor, 0..1; NaN if there are too few of them. Unlike the
  /// reference a share below one percent stays what it is: a relay that hardly ran is not one
  /// nothing is known of.
  static double of(Graph graph) {
    return graph.known() < LEAST_VALUES ? Double.NaN : Math.min(1.0, graph.mean());
  }
}
