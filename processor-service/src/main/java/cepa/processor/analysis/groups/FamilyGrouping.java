package cepa.processor.analysis.groups;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Relays by effective family. A member set is one group, named after its smallest member whose own
/// family is that set; the relays of the model that the set lists are its members. Where upstream's
/// lists are not symmetric a relay is in several groups.
@Component
public final class FamilyGrouping implements Grouping {

  @Override
  public String kind() {
    return "family";
  }

  @Override
  public Memberships of(Relays relays) {
    Map<Fingerprint, Integer> indexes = new HashMap<>();
    Map<Integer, Fingerprint> keys = new HashMap<>();
    for (int i = 0; i < relays.relays().size(); i++) {
      Relay relay = relays.relays().get(i);
      indexes.put(relay.fingerprint(), i);
      Integer set = relay.family().effective();
      // Upstream lists a relay in its own family: alone there it has none.
      if (set != null && relays.memberSets().get(set).size() > 1) {
        keys.merge(set, relay.fingerprint(), FamilyGrouping::smaller);
      }
    }
    List<List<Memberships.Membership>> memberships = new ArrayList<>();
    relays.relays().forEach(_ -> memberships.add(new ArrayList<>()));
    keys.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(family -> {
          for (Fingerprint member : relays.memberSets().get(family.getKey())) {
            Integer index = indexes.get(member);
            if (index != null) {
              memberships.get(index).add(new Memberships.Membership(family.getValue().hex(), null));
            }
          }
        });
    return memberships::get;
  }

  private static Fingerprint smaller(Fingerprint one, Fingerprint other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
