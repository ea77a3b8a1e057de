package cepa.processor.analysis.rarity;

import cepa.json.Json;
import cepa.model.RelayGroup;
import cepa.model.rarity.Rarity;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Scores every country and every network.
@Component
public final class RarityAnalysis implements Analysis<Rarity> {

  private final RarityTables tables;

  RarityAnalysis(RarityTables tables) {
    this.tables = tables;
  }

  @Override
  public Class<Rarity> makes() {
    return Rarity.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class);
  }

  @Override
  public String configuration() {
    return Json.MAPPER.writeValueAsString(tables);
  }

  @Override
  public Rarity analyse(Facts facts) {
    Groups groups = facts.get(Groups.class);
    var countries = new CountryScores(tables, facts.get(Relays.class).relays().size());
    List<RelayGroup> all = groups.of("network");
    var networks = NetworkScores.among(all);
    return new Rarity(
        groups.of("country").stream().map(countries::of).toList(),
        all.stream().map(networks::of).toList(),
        networks.thresholds());
  }
}
