package cepa.processor.analysis.traffic;

import cepa.model.Series;
import cepa.model.reliability.OperatorReliability;
import cepa.model.statistics.PerPeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bandwidth over time of many relays together, aligned by date.
///
/// @param network graphs of the whole network
/// @param operators one for each group of kind `operator`, in the same order; empty if the source
///   is missing
public record AlignedTraffic(List<Series> network, List<Operator> operators) {

  public AlignedTraffic {
    network = List.copyOf(network);
    operators = List.copyOf(operators);
  }

  /// @param totals by period; unknown of one month
  /// @param growth over six months; null if unknown
  /// @param charts graphs for [cepa.model.traffic.OperatorCharts]
  /// @param relays members with a graph
  public record Operator(
      PerPeriod<Totals> totals,
      OperatorReliability.@Nullable Growth growth,
      List<Series> charts,
      int relays) {
    public Operator {
      charts = List.copyOf(charts);
    }
  }

  /// Sums over all members at the same time, bytes read per second.
  ///
  /// @param mean over the intervals, at least one
  /// @param points number of intervals with a sum
  /// @param last midpoint of the newest interval
  /// @param variation deviation / mean over the intervals; null if there are too few
  /// @param peak largest sum
  public record Totals(
      double mean, int points, Instant last, @Nullable Double variation, double peak) {}
}
