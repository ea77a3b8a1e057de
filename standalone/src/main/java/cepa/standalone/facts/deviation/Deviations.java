package cepa.standalone.facts.deviation;

import cepa.standalone.facts.Deviation;
import java.util.List;
import java.util.stream.Stream;

/// Every accepted deviation there is. The first one that explains a difference is the one it is
/// counted for.
public final class Deviations {

  private Deviations() {}

  public static List<Deviation> all() {
    return Stream.of(
            GroupDeviations.all(),
            OperatorDeviations.all(),
            RelayDeviations.all(),
            EvaluationDeviations.all(),
            IssueDeviations.all(),
            OrderDeviations.all(),
            BoardDeviations.all(),
            IntelligenceDeviations.all(),
            OtherMembers.all(),
            NetworkDeviations.all(),
            HealthDeviations.all(),
            UptimeDeviations.all(),
            InputDeviations.all())
        .flatMap(List::stream)
        .toList();
  }
}
