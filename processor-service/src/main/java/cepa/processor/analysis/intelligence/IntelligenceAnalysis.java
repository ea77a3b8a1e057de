package cepa.processor.analysis.intelligence;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.intelligence.Intelligence;
import cepa.model.rarity.Rarity;
import cepa.model.rarity.Rarity.Tier;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Judges the network and every operator (analytics 9).
@Component
public final class IntelligenceAnalysis implements Analysis<Intelligence> {

  private static final double MAJORITY = 0.5;

  @Override
  public Class<Intelligence> makes() {
    return Intelligence.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class, Rarity.class);
  }

  @Override
  public Intelligence analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    Groups groups = facts.get(Groups.class);
    Rarity rarity = facts.get(Rarity.class);
    var ratios = new WeightRatios(relays);
    Map<String, Tier> tiers = new HashMap<>();
    List<RelayGroup> networks = groups.of("network");
    for (int i = 0; i < networks.size(); i++) {
      tiers.put(networks.get(i).key(), rarity.networks().get(i).tier());
    }
    Set<String> minority =
        groups.of("platform").stream()
            .filter(platform -> platform.totals().weightFraction() < MAJORITY)
            .map(RelayGroup::key)
            .collect(Collectors.toSet());
    var layer = new OperatorLayer(relays, ratios, tiers, minority);
    return new Intelligence(
        new NetworkLayers(relays, groups, rarity).with(ratios),
        groups.of("operator").stream().map(layer::of).toList());
  }
}
