package cepa.simulator.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides who runs which relay. Relays on one address, or in one crowded /24, belong together;
/// these groups are dealt to operators so that few have many (a Pitman-Yor process: a group joins
/// an operator in proportion to the groups the operator already has, or founds a new one).
final class Operators {

  private static final int CROWDED = 12;
  private static final double DISCOUNT = 0.83;
  private static final double STRENGTH = 10;

  /// However large the network: each member of a family lists all, so its text grows with the
  /// square.
  private static final int LARGEST_OPERATOR = 1000;

  /// The place of a relay among those of its operator.
  record Place(Operator operator, int number) {}

  private final Draw draw;
  private final Map<String, Place> places = new HashMap<>();

  Operators(Draw draw, List<BaseRelay> relays) {
    this.draw = draw;
    List<BaseRelay> ordinary = new ArrayList<>();
    for (BaseRelay relay : relays) {
      Authority.running(relay.fingerprint())
          .ifPresentOrElse(authority -> addAuthority(authority, relay), () -> ordinary.add(relay));
    }
    addAll(deal(groups(ordinary), Math.clamp(relays.size() / 11, 40, LARGEST_OPERATOR)));
  }

  Place of(BaseRelay relay) {
    Place place = places.get(relay.fingerprint());
    if (place == null) {
      throw new IllegalArgumentException("No operator was dealt to " + relay.fingerprint());
    }
    return place;
  }

  private void addAuthority(Authority authority, BaseRelay relay) {
    String name = authority.nickname();
    String contact = "Directory authority " + name + " <" + name + " AT authority DOT example>";
    Operator operator = Operator.withContact(draw.of("authority").of(name), 1, 0, contact);
    places.put(relay.fingerprint(), new Place(operator, 0));
  }

  private List<List<BaseRelay>> groups(List<BaseRelay> relays) {
    Map<String, List<BaseRelay>> byNetwork = groupedBy(relays, Operators::slash24);
    List<List<BaseRelay>> groups = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    byNetwork.forEach((network, members) -> {
      if (members.size() >= CROWDED) {
        groups.add(members);
        taken.add(network);
      }
    });
    List<BaseRelay> rest =
        relays.stream().filter(relay -> !taken.contains(slash24(relay))).toList();
    groups.addAll(groupedBy(rest, BaseRelay::ipv4).values());
    groups.sort(
        Comparator.comparingLong(
            group -> draw.of("group").of(group.getFirst().fingerprint()).bits()));
    return groups;
  }

  private List<List<BaseRelay>> deal(List<List<BaseRelay>> groups, int largest) {
    List<List<BaseRelay>> operators = new ArrayList<>();
    List<Integer> seats = new ArrayList<>();
    for (List<BaseRelay> group : groups) {
      Draw choice = draw.of("seat").of(seats.size());
      double founding = (STRENGTH + DISCOUNT * operators.size()) / (STRENGTH + seats.size());
      int chosen = operators.size();
      if (!operators.isEmpty() && !choice.chance(founding)) {
        int joined = choice.of("at").from(seats);
        if (operators.get(joined).size() + group.size() <= largest) {
          chosen = joined;
        }
      }
      if (chosen == operators.size()) {
        operators.add(new ArrayList<>());
      }
      operators.get(chosen).addAll(group);
      seats.add(chosen);
    }
    return operators;
  }

  private void addAll(List<List<BaseRelay>> dealt) {
    List<Operator> operators = new ArrayList<>();
    for (int i = 0; i < dealt.size(); i++) {
      List<BaseRelay> relays = dealt.get(i);
      operators.add(Operator.invented(draw.of("operator").of(i), relays.size(), exitShare(relays)));
    }
    makeSomeHostile(operators);
    for (int i = 0; i < dealt.size(); i++) {
      int number = 0;
      for (BaseRelay relay : dealt.get(i)) {
        places.put(relay.fingerprint(), new Place(operators.get(i), number++));
      }
    }
  }

  private static void makeSomeHostile(List<Operator> operators) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < operators.size(); i++) {
      Operator operator = operators.get(i);
      if (operator.size() <= 3 && operator.style() != ContactStyle.AROI) {
        candidates.add(i);
      }
    }
    List<String> contacts = HostileContacts.all();
    int step = Math.max(1, candidates.size() / contacts.size());
    for (int i = 0; i < contacts.size() && i * step < candidates.size(); i++) {
      operators.set(
          candidates.get(i * step),
          hostile(operators.get(candidates.get(i * step)), contacts.get(i)));
    }
  }

  private static Operator hostile(Operator operator, String contact) {
    return Operator.withContact(operator.draw(), operator.size(), operator.exitShare(), contact);
  }

  private static double exitShare(List<BaseRelay> relays) {
    double otherwise = 0.16;
    return relays.stream()
        .filter(BaseRelay::flagsKnown)
        .mapToInt(relay -> relay.knownExit() ? 1 : 0)
        .average()
        .orElse(otherwise);
  }

  private static String slash24(BaseRelay relay) {
    String address = relay.ipv4();
    return address.substring(0, address.lastIndexOf('.'));
  }

  private static Map<String, List<BaseRelay>> groupedBy(
      List<BaseRelay> relays, Function<BaseRelay, String> key) {
    return relays.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toCollection(ArrayList::new)));
  }
}
