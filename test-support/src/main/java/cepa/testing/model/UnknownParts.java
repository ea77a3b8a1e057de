package cepa.testing.model;

import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.FamilyKeys;
import cepa.model.family.FamilyStatistics;
import cepa.model.health.AddressFamilies;
import cepa.model.health.AddressFamilies.Reached;
import cepa.model.health.Ages;
import cepa.model.health.Capacity;
import cepa.model.health.Criterion;
import cepa.model.health.ExitPolicies;
import cepa.model.health.Geography;
import cepa.model.health.KeyFamilies;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Platforms;
import cepa.model.health.Providers;
import cepa.model.health.RelayPart;
import cepa.model.health.Utilization;
import cepa.model.health.Verdict;
import cepa.model.health.Versions;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.rarity.Rarity;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.OperatorCharts;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Parts of a model of which nothing is known beside the core: what analyses make of a network
/// whose other sources are missing.
final class UnknownParts {

  private static final RelayPart NOBODY = new RelayPart(0, 0, 0);

  private UnknownParts() {}

  static List<ModelPart> of(NetworkModel model) {
    return List.of(
        health(model),
        new Rarity(List.of(), List.of(), new Rarity.Thresholds(0.1, 0.05, 0.02)),
        new FamilyStatistics(model.relays().size(), 0, 0, 0, 0, 0, 0, 0, 0),
        new Leaderboards(List.of(), Map.of(), Map.of(), new Leaderboards.Summary(0, 0, 0)),
        new Intelligence(intelligence(), forEachOperator(model, operatorIntelligence())),
        new OperatorReliability(forEachOperator(model, reliability()), null),
        new OperatorCharts(Map.of()),
        new UptimeStatistics(
            PerPeriod.unknown(), Map.of(), PerPeriod.unknown(), PerPeriod.unknown(), null, null),
        new GroupTraffic(
            new GroupTraffic.Totals(PerPeriod.unknown(), null, 0), Map.of(), Map.of(), List.of()),
        new Authorities(
            List.of(),
            List.of(),
            new ConsensusMethods(Map.of(), Map.of(), null, false, 7),
            List.of(),
            Authorities.Freshness.UNKNOWN,
            null,
            new Authorities.Versions(0, 0),
            null,
            List.of()),
        new ConsensusEvaluations(null, List.of(), List.of(), List.of(), List.of()),
        new FamilyKeys(
            Map.of(),
            Collections.nCopies(model.relays().size(), FamilyKeys.Support.UNKNOWN),
            List.of(),
            0,
            0,
            null,
            0));
  }

  private static NetworkHealth health(NetworkModel model) {
    return new NetworkHealth(
        Verdict.of(Arrays.stream(Criterion.values()).map(c -> c.assess(null)).toList()),
        new NetworkHealth.Overload(0, false),
        new Ages(0, null, null, 0, 0, 0, 0),
        new Capacity(Map.of(), Map.of(), null),
        new Utilization(Map.of(), null, null, null, null, null),
        new NetworkHealth.Participation(0, 0, 0, 0, 0),
        new Geography(NOBODY, NOBODY, NOBODY),
        new Providers(0, 0, 0),
        new Platforms(0, List.of(), 0, model.relays().size()),
        new Versions(0, 0, model.relays().size(), 0, 0, 0, 0),
        new ExitPolicies(0, 0, 0, 0, 0, 0, 0, 0, 0),
        new AddressFamilies(
            new Reached(NOBODY, null, null),
            new Reached(NOBODY, null, null),
            0,
            model.relays().size(),
            null),
        new NetworkHealth.Averages(null, null, null),
        null,
        new NetworkHealth.Identities(0, 0, null, null),
        new KeyFamilies(NOBODY, model.relays().size(), 0, 0, 0, null));
  }

  private static <T> List<T> forEachOperator(NetworkModel model, T unknown) {
    return Collections.nCopies(model.groups("operator").size(), unknown);
  }

  private static OperatorIntelligence operatorIntelligence() {
    var unknown = new OperatorIntelligence.Diversity(OperatorIntelligence.Rating.UNKNOWN, 0);
    return new OperatorIntelligence(
        unknown,
        0,
        null,
        unknown,
        unknown,
        List.of(),
        new Ratios(null, null, null),
        new OperatorIntelligence.Ranks(null, null, null),
        null,
        null);
  }

  private static OperatorReliability.Operator reliability() {
    return new OperatorReliability.Operator(
        0,
        PerPeriod.unknown(),
        null,
        OperatorReliability.Outliers.NONE,
        PerPeriod.unknown(),
        null,
        OperatorReliability.Outliers.NONE,
        null,
        Map.of(),
        null,
        new OperatorReliability.Versions(
            0, 0, 0, OperatorReliability.Grade.POOR, Map.of(), OperatorReliability.Grade.POOR));
  }

  private static NetworkIntelligence intelligence() {
    var none = new Ratios(null, null, null);
    return new NetworkIntelligence(
        new NetworkIntelligence.Basics(0, 0, 0, 0, 0),
        new NetworkIntelligence.Concentration(
            List.of(), 0, 0, 0, List.of(), 0, List.of(), 0, 0, 0, 0),
        new NetworkIntelligence.Performance(0, List.of(), none, none, 0),
        new NetworkIntelligence.Dependency(0, NetworkIntelligence.Level.UNKNOWN, List.of()),
        new NetworkIntelligence.Geography(
            null,
            NetworkIntelligence.Level.UNKNOWN,
            null,
            NetworkIntelligence.Level.UNKNOWN,
            List.of()),
        new NetworkIntelligence.Capacity(
            null,
            NetworkIntelligence.Evenness.UNKNOWN,
            null,
            null,
            NetworkIntelligence.Adequacy.UNKNOWN));
  }
}
