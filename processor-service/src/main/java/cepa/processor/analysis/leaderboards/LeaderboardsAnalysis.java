package cepa.processor.analysis.leaderboards;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.model.reliability.OperatorReliability;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.model.validation.Validation;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoouptime.UptimeData;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Measures and ranks operators (analytics 5, 6; A-5: by their key, A-13: data of one period for
/// all, A-28: nobody is ranked for nothing).
@Component
public final class LeaderboardsAnalysis implements Analysis<Leaderboards> {

  private static final int SHORTEST_CONTACT = 3;

  @Override
  public Class<Leaderboards> makes() {
    return Leaderboards.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(
        Inputs.class,
        Relays.class,
        Groups.class,
        Rarity.class,
        Validation.class,
        UptimeData.class,
        BandwidthData.class,
        OperatorReliability.class,
        GroupTraffic.class);
  }

  @Override
  public Leaderboards analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    List<RelayGroup> groups = facts.get(Groups.class).of("operator");
    List<OperatorReliability.Operator> histories = facts.get(OperatorReliability.class).operators();
    List<GroupTraffic.Totals> traffic = facts.get(GroupTraffic.class).of("operator");
    Metrics.Surroundings network = surroundings(facts, relays);
    List<Boards.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      RelayGroup group = groups.get(i);
      int first = group.members().getFirst();
      if (relays.get(first).contact().text().strip().length() >= SHORTEST_CONTACT) {
        Long data = traffic.isEmpty() ? null : traffic.get(i).bytes().get(Period.FIVE_YEARS);
        var metrics = new Metrics(network).of(i, group, histories.get(i), data);
        candidates.add(new Boards.Candidate(metrics, group.totals(), first));
      }
    }
    return new Boards(candidates).rank(unknown(facts));
  }

  private static Metrics.Surroundings surroundings(Facts facts, List<Relay> relays) {
    Groups groups = facts.get(Groups.class);
    Rarity rarity = facts.get(Rarity.class);
    Map<String, CountryRarity> countries = new HashMap<>();
    List<RelayGroup> allCountries = groups.of("country");
    for (int i = 0; i < allCountries.size(); i++) {
      countries.put(allCountries.get(i).key(), rarity.countries().get(i));
    }
    Map<String, Integer> networks = new HashMap<>();
    List<RelayGroup> allNetworks = groups.of("network");
    for (int i = 0; i < allNetworks.size(); i++) {
      networks.put(allNetworks.get(i).key(), rarity.networks().get(i).score());
    }
    Validation validation = facts.get(Validation.class);
    return new Metrics.Surroundings(
        facts.get(Inputs.class).asOf(),
        relays,
        validation.network().results() == null ? null : validation.relays(),
        countries,
        networks);
  }

  /// Categories that cannot be judged, because their source is missing.
  private static Set<Category> unknown(Facts facts) {
    Set<Category> unknown = EnumSet.noneOf(Category.class);
    if (facts.find(UptimeData.class) == null) {
      unknown.add(Category.RELIABILITY_MASTERS);
      unknown.add(Category.LEGACY_TITANS);
    }
    if (facts.find(BandwidthData.class) == null) {
      unknown.add(Category.BANDWIDTH_MASTERS);
      unknown.add(Category.BANDWIDTH_LEGENDS);
      unknown.add(Category.TOTAL_DATA_CHAMPIONS);
    }
    if (facts.get(Validation.class).network().results() == null) {
      unknown.add(Category.VALIDATED_RELAYS);
    }
    return unknown;
  }
}
