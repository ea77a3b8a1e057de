package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.section.GroupFigures;
import cepa.standalone.facts.section.GroupFigures.Sums;
import cepa.standalone.facts.section.GroupFigures.Who;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Figures of relays and groups by the reference's rules (relay-model 5.2, 11): offline relays
/// weigh, the last member speaks for its group, relays without a contact are an operator.
final class ReferenceFigures {

  private final FactsInput input;
  private final long weight;
  private final long guardWeight;
  private final long middleWeight;
  private final long exitWeight;

  private ReferenceFigures(FactsInput input) {
    this.input = input;
    this.weight = weight(input.relays(), _ -> true);
    this.guardWeight = weight(input.relays(), relay -> relay.role() == Relay.Role.GUARD);
    this.middleWeight = weight(input.relays(), relay -> relay.role() == Relay.Role.MIDDLE);
    this.exitWeight = weight(input.relays(), relay -> relay.role() == Relay.Role.EXIT);
  }

  static ReferenceFigures of(FactsInput input) {
    return input.derive(ReferenceFigures.class, ReferenceFigures::new);
  }

  /// Whether a relay has a weight although it does not run: what D-3 is about.
  static boolean weighsOffline(Relay relay) {
    return !relay.running() && raw(relay) > 0;
  }

  static long raw(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return weight == null ? 0 : weight;
  }

  long weight(Relay.Role role) {
    return switch (role) {
      case GUARD -> guardWeight;
      case MIDDLE -> middleWeight;
      case EXIT -> exitWeight;
    };
  }

  long weight() {
    return weight;
  }

  /// Upstream's share of the weight, else the relay's part of the raw weights of all relays.
  @Nullable Double fraction(Relay relay) {
    Double given = relay.running() ? relay.weight().fraction() : null;
    if (given != null) {
      return given;
    }
    return raw(relay) > 0 && weight > 0 ? (double) raw(relay) / weight : null;
  }

  GroupFigures group(List<Relay> members) {
    ReferenceContacts contacts = ReferenceContacts.of(input);
    SortedSet<String> keys = new TreeSet<>();
    SortedSet<String> domains = new TreeSet<>();
    Set<String> networks = new HashSet<>();
    Set<Fingerprint> families = new HashSet<>();
    Instant firstSeen = null;
    for (Relay relay : members) {
      Who who = contacts.of(relay);
      keys.add(who.key());
      if (who.domain() != null) {
        domains.add(who.domain());
      }
      if (relay.network() != null) {
        networks.add(relay.network().number());
      }
      List<Fingerprint> family = input.model().members(relay.family().effective());
      if (family.size() > 1) {
        families.add(family.getFirst());
      }
      Instant seen = relay.times().firstSeen();
      firstSeen =
          firstSeen == null || (seen != null && seen.isBefore(firstSeen)) ? seen : firstSeen;
    }
    Relay last = members.isEmpty() ? null : members.getLast();
    return new GroupFigures(
        members,
        last,
        last == null ? new Who("", null, "") : contacts.of(last),
        new Sums(
            members.size(),
            bandwidth(members, _ -> true),
            weight(members, _ -> true),
            members.stream()
                .map(this::fraction)
                .filter(Objects::nonNull)
                .mapToDouble(fraction -> fraction)
                .sum()),
        sums(members, Relay.Role.GUARD),
        sums(members, Relay.Role.MIDDLE),
        sums(members, Relay.Role.EXIT),
        (int) members.stream().filter(r -> Boolean.TRUE.equals(r.weight().measured())).count(),
        firstSeen,
        networks.size(),
        keys,
        domains,
        families.size());
  }

  private Sums sums(List<Relay> members, Relay.Role role) {
    Predicate<Relay> inRole = relay -> relay.role() == role;
    long own = weight(members, inRole);
    return new Sums(
        (int) members.stream().filter(inRole).count(),
        bandwidth(members, inRole),
        own,
        weight(role) == 0 ? 0 : (double) own / weight(role));
  }

  private static long weight(List<Relay> relays, Predicate<Relay> condition) {
    return relays.stream().filter(condition).mapToLong(ReferenceFigures::raw).sum();
  }

  private static long bandwidth(List<Relay> relays, Predicate<Relay> condition) {
    return relays.stream()
        .filter(condition)
        .mapToLong(relay -> relay.bandwidth().observedOrZero())
        .sum();
  }
}
