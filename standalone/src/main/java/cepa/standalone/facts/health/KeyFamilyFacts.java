package cepa.standalone.facts.health;

import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.ParameterVotes;
import cepa.model.health.KeyFamilies;
import cepa.model.health.NetworkHealth;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown.RateUnit;
import org.jspecify.annotations.Nullable;

/// How far families by key have come (analytics 11: group 16).
final class KeyFamilyFacts {

  /// Hours of descriptors that are asked for.
  private static final int COVERAGE = 20;

  private KeyFamilyFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    KeyFamilies families = health.keyFamilies();
    ready(sheet, input, families);
    declared(sheet, input.find(FamilyKeys.class));
    KeyFamilies.Operators operators = families.operators();
    Integer validated = health.identities().validatedDomains();
    int all = validated == null ? 0 : validated;
    sheet.part("hf_some_operators", operators == null ? 0 : operators.some(), all);
    sheet.part("hf_all_operators", operators == null ? 0 : operators.all(), all);
    sheet.count("hf_total_validated_operators", all);
    Authorities authorities = input.find(Authorities.class);
    if (authorities != null) {
      methods(sheet, authorities.methods(), voters(input), families.readyVoters());
      sheet.put("hf_use_family_ids", decided(authorities, "use-family-ids"));
      sheet.put("hf_use_family_lists", decided(authorities, "use-family-lists"));
    }
  }

  private static void ready(HealthSheet sheet, FactsInput input, KeyFamilies families) {
    long bandwidth = input.model().totals().all().bandwidth();
    RateUnit unit = RateUnit.of(bandwidth, input.model().site().bandwidthUnit());
    int all = input.relays().size();
    sheet.part("hf_ready_relays", families.ready().relays(), all);
    sheet.part("hf_not_ready_relays", families.notReady(), all);
    sheet.count("hf_ready_guard_relays", families.readyGuards());
    sheet.count("hf_ready_exit_relays", families.readyExits());
    sheet.count("hf_ready_authorities", families.readyVoters());
    sheet.put("hf_ready_bandwidth", families.ready().bandwidth());
    sheet.rate("hf_ready_bandwidth", families.ready().bandwidth(), unit);
    sheet.percentage("hf_ready_bandwidth_percentage", families.ready().bandwidth(), bandwidth);
    sheet.percentage("hf_ready_cw_percentage", 100 * families.ready().weightFraction());
  }

  private static void declared(HealthSheet sheet, @Nullable FamilyKeys keys) {
    int seen = keys == null ? 0 : keys.relays().size();
    int with =
        keys == null
            ? 0
            : (int)
                keys.relays().values().stream()
                    .filter(declared -> !declared.certificates().isEmpty())
                    .count();
    sheet.count("hf_family_cert_count", with);
    sheet.count("hf_family_no_cert_count", seen - with);
    sheet.put("hf_family_cert_seen_total", keys == null ? 0 : keys.seen());
    sheet.put(
        "hf_descriptor_coverage_hours", keys == null || keys.coverage() == null ? 0 : COVERAGE);
  }

  private static int voters(FactsInput input) {
    ConsensusEvaluations evaluations = input.find(ConsensusEvaluations.class);
    return evaluations == null ? 0 : evaluations.voters().size();
  }

  private static void methods(
      HealthSheet sheet, ConsensusMethods methods, int voters, int readyVoters) {
    sheet.put("hf_consensus_method", methods.current());
    sheet.put("hf_consensus_method_max", methods.highest());
    sheet.put(
        "hf_max_method_support",
        methods.perVoter().isEmpty() ? readyVoters : methods.highestSupport());
    sheet.put("hf_consensus_total_voters", voters);
    sheet.put("hf_method_threshold", methods.needed());
  }

  private static @Nullable Integer decided(Authorities authorities, String parameter) {
    return authorities.parameters().stream()
        .filter(votes -> votes.name().equals(parameter))
        .map(ParameterVotes::decided)
        .findFirst()
        .orElse(null);
  }
}
