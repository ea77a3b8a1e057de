package cepa.simulator.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Works out the families of an hour: each operator's relays that are known at the hour. Members of
/// a family share their lists, so writers can render each list once.
final class Families {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Families() {}

  static List<RelayHour> assign(List<RelayHour> relays) {
    Map<Operator, List<String>> byOperator = new LinkedHashMap<>();
    for (RelayHour relay : relays) {
      byOperator
          .computeIfAbsent(relay.relay().operator(), _ -> new ArrayList<>())
          .add(relay.fingerprint());
    }
    Map<String, Family> families = new HashMap<>();
    byOperator.forEach((operator, members) -> {
      if (members.size() > 1) {
        declare(operator, List.copyOf(members), families);
      }
    });
    return relays.stream()
        .map(relay -> relay.with(families.getOrDefault(relay.fingerprint(), Family.NONE)))
        .toList();
  }

  private static void declare(
      Operator operator, List<String> members, Map<String, Family> families) {
    switch (operator.familyStyle()) {
      case NONE -> {}
      case MUTUAL -> {
        Family all = new Family(members, members, List.of(), List.of());
        members.forEach(member -> families.put(member, all));
      }
      case PARTIAL -> partial(operator, members, families);
      case CHAIN -> chain(operator, members, families);
    }
  }

  private static void partial(
      Operator operator, List<String> members, Map<String, Family> families) {
    List<String> listing = new ArrayList<>();
    List<String> forgotten = new ArrayList<>();
    for (String member : members) {
      (operator.draw().of("forgets").of(member).chance(0.3) ? forgotten : listing).add(member);
    }
    List<String> alleged = new ArrayList<>(forgotten);
    List<String> declared = new ArrayList<>(members);
    if (operator.draw().of("lists-gone").chance(0.3)) {
      String gone = HEX.formatHex(operator.draw().of("gone").bytes(20));
      alleged.add(gone);
      declared.add(gone);
    }
    alleged.sort(null);
    declared.sort(null);
    List<String> effective = listing.size() > 1 ? List.copyOf(listing) : List.of();
    Family family = new Family(List.copyOf(declared), effective, List.copyOf(alleged), List.of());
    listing.forEach(member -> families.put(member, family));
  }

  /// The first half and the second half have only one relay in common, so each half is the other's
  /// indirect family.
  private static void chain(Operator operator, List<String> members, Map<String, Family> families) {
    if (members.size() < 3) {
      Family all = new Family(members, members, List.of(), List.of());
      members.forEach(member -> families.put(member, all));
      return;
    }
    int middle = 1 + operator.draw().of("middle").below(members.size() - 2);
    List<String> before = members.subList(0, middle + 1);
    List<String> after = members.subList(middle, members.size());
    Family first = new Family(before, before, List.of(), after.subList(1, after.size()));
    Family second = new Family(after, after, List.of(), before.subList(0, middle));
    members.subList(0, middle).forEach(member -> families.put(member, first));
    members.subList(middle + 1, members.size()).forEach(member -> families.put(member, second));
    families.put(members.get(middle), new Family(members, members, List.of(), List.of()));
  }
}
