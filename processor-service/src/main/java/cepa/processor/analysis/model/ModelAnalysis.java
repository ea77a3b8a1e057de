package cepa.processor.analysis.model;

import cepa.model.History;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.SiteSettings;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Puts the model together.
@Component
public final class ModelAnalysis implements Analysis<NetworkModel> {

  @Override
  public Class<NetworkModel> makes() {
    return NetworkModel.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(
        Inputs.class,
        SiteSettings.class,
        NetworkTotals.class,
        Relays.class,
        Groups.class,
        History.class);
  }

  @Override
  public NetworkModel analyse(Facts facts) {
    Relays relays = facts.get(Relays.class);
    Groups groups = facts.get(Groups.class);
    Inputs inputs = facts.get(Inputs.class);
    return new NetworkModel(
        inputs.asOf(),
        facts.get(SiteSettings.class),
        inputs.provenance(),
        facts.get(NetworkTotals.class),
        relays.relays(),
        groups.byKind(),
        relays.memberSets(),
        facts.get(History.class).trend());
  }
}
