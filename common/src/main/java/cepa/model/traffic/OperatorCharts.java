package cepa.model.traffic;

import cepa.model.ModelPart;
import cepa.model.Series;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Bandwidth over time of operators with at least [#LEAST_RELAYS] relays that have a history: bytes
/// read per second by all of them together, aligned by date. A single relay's history is its
/// own. Source: onionoo bandwidth.
///
/// @param operators by key of the operator: `read_history/6_months` (days) and
///   `read_history/5_years` (ten days; relays without such a graph by their shorter ones), as far
///   as known; values times the factor
public record OperatorCharts(Map<String, List<Series>> operators) implements ModelPart {

  public static final int LEAST_RELAYS = 2;

  public OperatorCharts {
    TreeMap<String, List<Series>> copy = new TreeMap<>();
    operators.forEach((key, series) -> copy.put(key, List.copyOf(series)));
    operators = Collections.unmodifiableSortedMap(copy);
  }

  /// The histories of an operator; empty if there are none.
  public List<Series> of(String operator) {
    return operators.getOrDefault(operator, List.of());
  }
}
