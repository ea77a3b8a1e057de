package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which relays the reference puts into the group an entry of a golden file speaks of.
final class ReferenceGroups {

  private static final Map<String, String> KINDS =
      Map.of(
          "as", "network",
          "country", "country",
          "platform", "platform",
          "flag", "flag",
          "first_seen", "first-seen");

  private final FactsInput input;
  private final Map<String, List<Relay>> families = new HashMap<>();

  private ReferenceGroups(FactsInput input) {
    this.input = input;
    for (Relay relay : input.relays()) {
      List<Fingerprint> family = input.model().members(relay.family().effective());
      if (family.size() > 1) {
        family.forEach(
            member -> families.computeIfAbsent(member.hex(), _ -> new ArrayList<>()).add(relay));
      }
    }
  }

  static ReferenceGroups of(FactsInput input) {
    return input.derive(ReferenceGroups.class, ReferenceGroups::new);
  }

  /// The members of the group in base order; empty if the reference has no such group.
  List<Relay> members(Place place) {
    return switch (place.section()) {
      case "contact" -> ReferenceContacts.of(input).relays(place.key());
      case "family" -> families.getOrDefault(place.key(), List.of());
      default -> {
        RelayGroup group = input.groups(KINDS.getOrDefault(place.section(), "")).get(place.key());
        yield group == null ? List.of() : input.members(group);
      }
    };
  }

  /// One group for each fingerprint that a family names.
  Map<String, List<Relay>> families() {
    return families;
  }
}
