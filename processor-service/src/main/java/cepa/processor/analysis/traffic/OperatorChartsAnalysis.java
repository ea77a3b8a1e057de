package cepa.processor.analysis.traffic;

import cepa.model.RelayGroup;
import cepa.model.Series;
import cepa.model.traffic.OperatorCharts;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Chooses the operators whose bandwidth is worth a chart of its own.
@Component
public final class OperatorChartsAnalysis implements Analysis<OperatorCharts> {

  @Override
  public Class<OperatorCharts> makes() {
    return OperatorCharts.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Groups.class, AlignedTraffic.class);
  }

  @Override
  public OperatorCharts analyse(Facts facts) {
    List<RelayGroup> groups = facts.get(Groups.class).of("operator");
    List<AlignedTraffic.Operator> aligned = facts.get(AlignedTraffic.class).operators();
    Map<String, List<Series>> charts = new TreeMap<>();
    for (int i = 0; i < aligned.size(); i++) {
      if (aligned.get(i).relays() >= OperatorCharts.LEAST_RELAYS) {
        charts.put(groups.get(i).key(), aligned.get(i).charts());
      }
    }
    return new OperatorCharts(charts);
  }
}
