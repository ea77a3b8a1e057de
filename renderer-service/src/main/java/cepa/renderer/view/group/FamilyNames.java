package cepa.renderer.view.group;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import cepa.renderer.view.relay.RelayRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What families are called, as upstream gives them no name, and which relays are in which.
public final class FamilyNames {

  /// Digits of the key that tell families of the same name apart.
  private static final int KEY = 4;

  private FamilyNames() {}

  /// After the relay that the family's key is: it stays the same whichever is the fastest.
  public static String of(RelayGroup family, PageContext context) {
    return RelayRow.nickname(relay(family, context)) + " " + family.key().substring(0, KEY);
  }

  /// The relay that the family is called after.
  public static Relay relay(RelayGroup family, PageContext context) {
    Relay relay = context.data().relay(Fingerprint.of(family.key()));
    return Objects.requireNonNull(relay, () -> "No relay is the key of family " + family.key());
  }

  /// The families that list any of these relays, each once.
  ///
  /// @param members indexes in base order
  public static List<RelayGroup> families(List<Integer> members, PageContext context) {
    Map<Integer, List<RelayGroup>> byMember =
        context.data().shared(ByMember.class, () -> byMember(context)).families;
    Map<String, RelayGroup> families = new LinkedHashMap<>();
    for (int member : members) {
      byMember
          .getOrDefault(member, List.of())
          .forEach(family -> families.putIfAbsent(family.key(), family));
    }
    return List.copyOf(families.values());
  }

  private static ByMember byMember(PageContext context) {
    Map<Integer, List<RelayGroup>> byMember = new HashMap<>();
    for (RelayGroup family : context.model().groups("family")) {
      for (int member : family.members()) {
        byMember.computeIfAbsent(member, index -> new ArrayList<>()).add(family);
      }
    }
    return new ByMember(byMember);
  }

  private record ByMember(Map<Integer, List<RelayGroup>> families) {}
}
