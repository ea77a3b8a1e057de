package cepa.processor.analysis.reliability;

import cepa.model.reliability.OperatorReliability;
import cepa.processor.statistics.Outliers;
import java.util.List;
import java.util.stream.IntStream;

/// Outliers among some relays.
final class MemberOutliers {

  private MemberOutliers() {}

  /// @param members indexes in base order
  /// @param values of the members; NaN of those that do not count
  static OperatorReliability.Outliers of(List<Integer> members, double[] values) {
    int[] counted =
        IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    var outliers = Outliers.of(IntStream.of(counted).mapToDouble(i -> values[i]).toArray());
    return outliers.low().isEmpty() && outliers.high().isEmpty()
        ? OperatorReliability.Outliers.NONE
        : new OperatorReliability.Outliers(
            relays(members, counted, outliers.low()), relays(members, counted, outliers.high()));
  }

  private static List<OperatorReliability.Outlier> relays(
      List<Integer> members, int[] counted, List<Outliers.Outlier> outliers) {
    return outliers.stream()
        .map(outlier ->
            new OperatorReliability.Outlier(
                members.get(counted[outlier.index()]), outlier.value(), outlier.deviation()))
        .toList();
  }
}
