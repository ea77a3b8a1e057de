package cepa.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Relays that share something: a country, an autonomous system.
///
/// @param key what they share, in its canonical text form (`DE`, `AS24940`)
/// @param name what people call it; null if unknown. Taken from the first member (relay-model D-4)
/// @param members indexes into [NetworkModel#relays], ascending, so in base order
/// @param totals figures over the members
/// @param country the most frequent country of the members (ties: first in base order); null if
///   none is known
/// @param changes relays gained and lost between snapshots, newest first, at most
///   [History#CHANGES_PER_GROUP]
public record RelayGroup(
    String key,
    @Nullable String name,
    List<Integer> members,
    GroupTotals totals,
    @Nullable String country,
    List<GroupChange> changes) {

  public RelayGroup {
    members = List.copyOf(members);
    changes = List.copyOf(changes);
  }
}
