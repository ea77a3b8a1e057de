package cepa.standalone.facts.section;

import cepa.model.Contact;
import cepa.model.GroupTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.standalone.facts.FactsInput;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The figures of a group, whoever's rules made them.
///
/// @param members in base order
/// @param speaker the member whose contact, country and network name stand for the group; null if
///   the group is empty
/// @param contact what the speaker says of itself
/// @param all sums over all members
/// @param guard sums over the members whose primary role is guard
/// @param middle sums over middles
/// @param exit sums over exits
/// @param measured members known to be measured
/// @param firstSeen earliest first-seen time; null if not known
/// @param networks distinct autonomous systems
/// @param contacts keys of the distinct operators
/// @param domains distinct domains operators claim
/// @param families distinct families
public record GroupFigures(
    List<Relay> members,
    @Nullable Relay speaker,
    Who contact,
    Sums all,
    Sums guard,
    Sums middle,
    Sums exit,
    int measured,
    @Nullable Instant firstSeen,
    int networks,
    SortedSet<String> contacts,
    SortedSet<String> domains,
    int families) {

  /// Who somebody is.
  ///
  /// @param text what they wrote
  /// @param domain the domain they claim; null if none
  /// @param key public key of the operator
  public record Who(String text, @Nullable String domain, String key) {}

  /// @param relays members
  /// @param bandwidth observed bandwidth, bytes per second
  /// @param weight raw consensus weight
  /// @param fraction share of the network's consensus weight, of all or of the role's
  public record Sums(int relays, long bandwidth, long weight, double fraction) {}

  /// As the model has it.
  static GroupFigures of(FactsInput input, RelayGroup group) {
    List<Relay> members = input.members(group);
    GroupTotals totals = group.totals();
    SortedSet<String> contacts = new TreeSet<>();
    SortedSet<String> domains = new TreeSet<>();
    for (Relay relay : members) {
      if (relay.contact().isNamed()) {
        contacts.add(relay.contact().operator());
      }
      if (relay.contact().domain() != null) {
        domains.add(relay.contact().domain());
      }
    }
    Relay first = members.isEmpty() ? null : members.getFirst();
    return new GroupFigures(
        members,
        first,
        first == null
            ? new Who("", null, Contact.NOBODY)
            : new Who(first.contact().text(), first.contact().domain(), first.contact().operator()),
        new Sums(totals.relays(), totals.bandwidth(), totals.weight(), totals.weightFraction()),
        new Sums(
            totals.guards(),
            totals.guardBandwidth(),
            weight(members, Relay.Role.GUARD),
            totals.guardWeightFraction()),
        new Sums(
            totals.middles(),
            totals.middleBandwidth(),
            weight(members, Relay.Role.MIDDLE),
            totals.middleWeightFraction()),
        new Sums(
            totals.exits(),
            totals.exitBandwidth(),
            weight(members, Relay.Role.EXIT),
            totals.exitWeightFraction()),
        totals.measured(),
        totals.firstSeen(),
        totals.networks(),
        contacts,
        domains,
        totals.families());
  }

  /// The raw weight of a role; an offline relay carries none (D-3).
  private static long weight(List<Relay> members, Relay.Role role) {
    return members.stream()
        .filter(relay -> relay.running() && relay.role() == role)
        .map(relay -> relay.weight().consensusWeight())
        .filter(weight -> weight != null)
        .mapToLong(weight -> weight)
        .sum();
  }
}
