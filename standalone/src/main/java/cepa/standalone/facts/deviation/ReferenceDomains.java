package cepa.standalone.facts.deviation;

import cepa.address.IpAddress;
import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.model.health.NetworkHealth;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.health.HealthSheet;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Domains that operators claim as the reference tells them apart (relay-model 6): what
/// `network_health` counts of them.
final class ReferenceDomains {

  private final FactsInput input;
  private final ReferenceProofs proofs;

  private ReferenceDomains(FactsInput input) {
    this.input = input;
    this.proofs = ReferenceProofs.of(input);
  }

  static Map<String, @Nullable Object> facts(FactsInput input) {
    return new ReferenceDomains(input).facts();
  }

  private Map<String, @Nullable Object> facts() {
    int all = proofs.domains().size();
    int validated = proofs.validated().size();
    var sheet = new HealthSheet();
    sheet.count("aroi_operators_count", all);
    sheet.count("unique_aroi_domains_count", all);
    sheet.count("validated_aroi_domains_count", validated);
    sheet.percentage("validated_aroi_domains_percentage", validated, all);
    sheet.count("invalid_aroi_domains_count", all - validated);
    sheet.percentage("invalid_aroi_domains_percentage", all - validated, all);
    NetworkHealth health = input.find(NetworkHealth.class);
    int claiming = health == null ? 0 : health.identities().claiming();
    sheet.put("avg_relays_per_aroi_operator", HealthSheet.quotient(claiming, all, 2));
    sheet.count("hf_total_validated_operators", validated);
    sheet.part("hf_some_operators", count((seen, _) -> seen.contains(true)), validated);
    sheet.part(
        "hf_all_operators",
        count((seen, _) -> !seen.isEmpty() && !seen.contains(false)),
        validated);
    sheet.part("both_ipv4_ipv6_aroi_operators", count((_, both) -> both.contains(true)), validated);
    sheet.part(
        "ipv4_only_aroi_operators",
        count((_, both) -> both.contains(false) && !both.contains(true)),
        validated);
    return sheet.facts();
  }

  /// Validated domains by what is known of their relays: of those seen in descriptors whether they
  /// have a family's key, and of those reached over IPv4 whether over IPv6, too.
  private int count(BiPredicate<List<Boolean>, List<Boolean>> wanted) {
    FamilyKeys keys = input.find(FamilyKeys.class);
    int count = 0;
    for (String domain : proofs.validated()) {
      List<Relay> relays = proofs.domains().getOrDefault(domain, List.of());
      List<Boolean> seen =
          relays.stream()
              .map(relay -> input.index(relay.fingerprint().hex()))
              .filter(index -> index != null && keys != null && keys.relays().containsKey(index))
              .map(index -> keys != null && index != null && !keys.keys(index).isEmpty())
              .toList();
      List<Boolean> both =
          relays.stream().filter(relay -> has(relay, false)).map(r -> has(r, true)).toList();
      count += wanted.test(seen, both) ? 1 : 0;
    }
    return count;
  }

  private static boolean has(Relay relay, boolean v6) {
    return relay.addresses().or().stream()
        .map(IpAddress::parseWithPort)
        .anyMatch(address -> address != null && address.v6() == v6);
  }
}
