package cepa.renderer.view.chart;

import cepa.model.Series;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a relay, an operator or the network carried in each whole week or month.
public final class TrafficChart {

  private static final int DECIMALS = 1;

  private TrafficChart() {}

  /// @param graphs of one subject, in bytes per second
  /// @param direction `read_history` or `write_history`
  /// @param id of the chart
  /// @param asOf the moment the page speaks of
  /// @return null if nothing is known of any of the steps
  public static @Nullable Chart of(
      List<Series> graphs,
      String direction,
      Step step,
      String id,
      Instant asOf,
      BandwidthUnit mode) {
    List<Step.Mean> means =
        graphs.stream()
            .filter(graph -> graph.name().equals(direction + "/" + step.period()))
            .findFirst()
            .map(graph -> step.means(graph, asOf))
            .orElse(List.of());
    if (means.isEmpty()) {
      return null;
    }
    double largest =
        means.stream()
            .map(Step.Mean::value)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElseThrow();
    RateUnit unit = RateUnit.of((long) largest, mode);
    return new Chart(
        id,
        unit.symbol(),
        step.days(),
        means.stream().map(mean -> new Chart.Point(mean.at(), amount(mean, unit))).toList());
  }

  private static @Nullable BigDecimal amount(Step.Mean mean, RateUnit unit) {
    Double value = mean.value();
    return value == null ? null : Rounding.halfEven(Math.max(0, value) / unit.bytes(), DECIMALS);
  }
}
