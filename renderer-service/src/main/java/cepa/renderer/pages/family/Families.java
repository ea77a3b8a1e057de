package cepa.renderer.pages.family;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which page shows the family of a fingerprint. Effective families need not be symmetric: a
/// relay's own set decides; a member that is not known now is looked for in the sets of those that
/// are.
///
/// @param pages key of the page's family by fingerprint, in order of fingerprint
/// @param members fingerprints of each family, ascending, by key
record Families(Map<Fingerprint, String> pages, Map<String, List<Fingerprint>> members) {

  static Families of(PageContext.Data data) {
    return data.shared(Families.class, () -> make(data));
  }

  private static Families make(PageContext.Data data) {
    NetworkModel model = data.model();
    Map<Integer, String> keys = new HashMap<>();
    Map<String, List<Fingerprint>> members = new TreeMap<>();
    for (RelayGroup group : model.groups("family")) {
      Integer set = set(data.relay(Fingerprint.of(group.key())));
      if (set != null) {
        keys.put(set, group.key());
        members.put(group.key(), model.members(set));
      }
    }
    Map<Fingerprint, String> pages = new TreeMap<>();
    for (Relay relay : model.relays()) {
      String key = keys.get(set(relay));
      if (key != null) {
        pages.put(relay.fingerprint(), key);
      }
    }
    Set<Fingerprint> own = new HashSet<>(pages.keySet());
    members.forEach((key, all) ->
        all.stream()
            .filter(member -> !own.contains(member))
            .forEach(member -> pages.putIfAbsent(member, key)));
    return new Families(Collections.unmodifiableMap(pages), Collections.unmodifiableMap(members));
  }

  private static @Nullable Integer set(@Nullable Relay relay) {
    return relay == null ? null : relay.family().effective();
  }

  @Nullable String page(String key) {
    Fingerprint fingerprint = Fingerprint.parse(key);
    return fingerprint == null ? null : pages.get(fingerprint);
  }
}
