package cepa.standalone.facts.section;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Families by every fingerprint that leads to them: golden files have an entry for each
/// fingerprint that a family names; the model has each family once and leads all of them there.
final class FamilySource implements FactsSource {

  private final List<GroupSource.Extra> extras;

  FamilySource(List<GroupSource.Extra> extras) {
    this.extras = extras;
  }

  @Override
  public String section() {
    return "family";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return index(input).byFingerprint.keySet();
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    RelayGroup group = index(input).byFingerprint.get(key);
    return group == null ? null : GroupSource.facts(input, "family", group, extras);
  }

  static Index index(FactsInput input) {
    return input.derive(Index.class, Index::of);
  }

  /// Families by fingerprint: a relay's is its own effective family; that of a fingerprint the
  /// model has no relay for is the first one that names it.
  record Index(Map<String, RelayGroup> byFingerprint) {
    private static Index of(FactsInput input) {
      Map<Integer, RelayGroup> bySet = new HashMap<>();
      for (RelayGroup group : input.groups("family").values()) {
        Integer index = input.index(group.key());
        Integer set = index == null ? null : input.relays().get(index).family().effective();
        if (set != null) {
          bySet.put(set, group);
        }
      }
      Map<String, RelayGroup> byFingerprint = new TreeMap<>();
      for (Relay relay : input.relays()) {
        RelayGroup own = bySet.get(relay.family().effective());
        if (own != null) {
          byFingerprint.put(relay.fingerprint().hex(), own);
        }
      }
      for (Relay relay : input.relays()) {
        RelayGroup own = bySet.get(relay.family().effective());
        if (own != null) {
          for (Fingerprint member : input.model().members(relay.family().effective())) {
            byFingerprint.putIfAbsent(member.hex(), own);
          }
        }
      }
      return new Index(byFingerprint);
    }
  }
}
