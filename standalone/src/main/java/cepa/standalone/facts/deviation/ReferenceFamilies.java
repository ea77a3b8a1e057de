package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.standalone.facts.FactsInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How relays tell their family by the reference's rule (relay-model 15.2): members that have a
/// family key do not count as declared ones.
final class ReferenceFamilies {

  private final FactsInput input;
  private final @Nullable FamilyKeys keys;

  private ReferenceFamilies(FactsInput input) {
    this.input = input;
    this.keys = input.find(FamilyKeys.class);
  }

  static ReferenceFamilies of(FactsInput input) {
    return input.derive(ReferenceFamilies.class, ReferenceFamilies::new);
  }

  String support(Relay relay) {
    boolean byKey = hasKey(relay.fingerprint());
    boolean byList =
        input.model().members(relay.family().effective()).stream()
                .anyMatch(member -> !member.equals(relay.fingerprint()) && !hasKey(member))
            || relay.family().alleged() != null
            || relay.family().indirect() != null;
    return byKey ? byList ? "both" : "happy_families" : byList ? "my_family" : "none";
  }

  Map<String, @Nullable Object> counts(List<Relay> members) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    for (String type : List.of("both", "happy_families", "my_family", "none")) {
      counts.put(type, members.stream().filter(relay -> support(relay).equals(type)).count());
    }
    return counts;
  }

  private boolean hasKey(Fingerprint relay) {
    Integer index = input.index(relay.hex());
    return index != null && keys != null && !keys.keys(index).isEmpty();
  }
}
