package cepa.renderer.pages.relay;

import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whose change it was that changed a relay's family. Who comes and who goes stands on the family's
/// page; told on the pages of all members, one relay that joins a large family would change
/// hundreds of them.
final class FamilyChanges {

  private final Map<Integer, List<GroupChange>> changes = new HashMap<>();

  private FamilyChanges(PageContext context) {
    for (RelayGroup family : context.model().groups("family")) {
      family.members().forEach(member -> changes.put(member, family.changes()));
    }
  }

  static FamilyChanges of(PageContext context) {
    return context.data().shared(FamilyChanges.class, () -> new FamilyChanges(context));
  }

  /// The relay's changes without those of its family that others made.
  ///
  /// @param index of the relay in base order
  List<RelayChange> own(int index, Relay relay) {
    List<GroupChange> family = changes.getOrDefault(index, List.of());
    return relay.changes().stream()
        .filter(change ->
            change.kind() != RelayChange.Kind.FAMILY
                || family.stream()
                    .noneMatch(other -> isOfOthers(other, change, relay.fingerprint())))
        .toList();
  }

  static boolean isOfOthers(GroupChange family, RelayChange change, Fingerprint relay) {
    return family.at().equals(change.at()) && !family.gained().contains(relay);
  }
}
