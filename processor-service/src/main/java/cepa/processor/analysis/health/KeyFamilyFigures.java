package cepa.processor.analysis.health;

import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.FamilyKeys;
import cepa.model.health.KeyFamilies;
import cepa.model.health.KeyFamilies.Operators;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far families by key have come (analytics 11.16).
final class KeyFamilyFigures {

  private KeyFamilyFigures() {}

  /// @param validated domains that a relay proves; null if unknown
  static KeyFamilies of(
      List<Relay> relays,
      Authorities authorities,
      FamilyKeys keys,
      @Nullable Set<String> validated) {
    List<Relay> ready = relays.stream().filter(KeyFamilyFigures::isReady).toList();
    return new KeyFamilies(
        Parts.of(ready),
        relays.size() - ready.size(),
        (int) ready.stream().filter(relay -> relay.has("Guard")).count(),
        (int) ready.stream().filter(relay -> relay.has("Exit")).count(),
        readyVoters(relays, authorities),
        validated == null || keys.seen() == 0 ? null : operators(relays, keys, validated));
  }

  private static boolean isReady(Relay relay) {
    return SoftwareFigures.knowsFamilyKeys(relay.software().version());
  }

  private static int readyVoters(List<Relay> relays, Authorities authorities) {
    int ready = 0;
    for (Authorities.Authority authority : authorities.authorities()) {
      Integer relay = authority.relay();
      ready += authority.voter() != null && relay != null && isReady(relays.get(relay)) ? 1 : 0;
    }
    return ready;
  }

  private static Operators operators(List<Relay> relays, FamilyKeys keys, Set<String> validated) {
    Map<String, Integer> known = new HashMap<>();
    Map<String, Integer> declaring = new HashMap<>();
    for (int i = 0; i < relays.size(); i++) {
      String domain = relays.get(i).contact().domain();
      if (domain != null && validated.contains(domain) && keys.relays().containsKey(i)) {
        known.merge(domain, 1, Integer::sum);
        declaring.merge(domain, keys.keys(i).isEmpty() ? 0 : 1, Integer::sum);
      }
    }
    Set<String> some = new HashSet<>(declaring.keySet());
    some.removeIf(domain -> Objects.equals(declaring.get(domain), 0));
    long all = some.stream().filter(d -> Objects.equals(known.get(d), declaring.get(d))).count();
    return new Operators(some.size(), (int) all, validated.size());
  }
}
