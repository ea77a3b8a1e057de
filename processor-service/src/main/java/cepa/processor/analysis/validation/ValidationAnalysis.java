package cepa.processor.analysis.validation;

import cepa.model.Relay;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.Validation;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.aroivalidation.AroiData;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Joins what the validator found with what operators wrote (relay-model 12, analytics 10; D-12: it
/// needs neither uptime nor bandwidth).
@Component
public final class ValidationAnalysis implements Analysis<Validation> {

  @Override
  public Class<Validation> makes() {
    return Validation.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class, AroiData.class);
  }

  @Override
  public Validation analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    Groups groups = facts.get(Groups.class);
    AroiData data = facts.find(AroiData.class);
    var validations = new RelayValidations(data);
    List<RelayValidation> all = relays.stream().map(validations::of).toList();
    var network = new NetworkFigures(data);
    for (int i = 0; i < all.size(); i++) {
      network.add(relays.get(i), all.get(i));
    }
    var sums = new GroupValidations(relays, all);
    return new Validation(
        all,
        groups.of("operator").stream().map(sums::of).toList(),
        groups.of("family").stream().map(sums::of).toList(),
        network.finish());
  }
}
