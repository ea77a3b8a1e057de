package cepa.testing.model;

import cepa.model.Fingerprint;
import cepa.model.GroupTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Groups relays and adds them up, the plain way.
final class Groups {

  private Groups() {}

  static Map<String, List<RelayGroup>> all(List<Relay> relays, List<List<Fingerprint>> sets) {
    Map<String, Function<Relay, List<Named>>> kinds = new TreeMap<>();
    kinds.put(
        "country",
        r ->
            one(
                r.place() == null
                    ? null
                    : new Named(r.place().country(), r.place().countryName())));
    kinds.put(
        "network",
        r -> one(r.network() == null ? null : new Named(r.network().number(), r.network().name())));
    kinds.put("platform", r -> one(named(r.software().platform())));
    kinds.put("flag", r -> r.flags().stream().map(flag -> new Named(flag, flag)).toList());
    kinds.put(
        "first-seen",
        r ->
            one(
                r.times().firstSeen() == null
                    ? null
                    : new Named(day(r.times().firstSeen()), null)));
    kinds.put("operator", r -> one(new Named(r.contact().operator(), r.contact().domain())));
    Map<Fingerprint, List<Named>> families = families(relays, sets);
    kinds.put("family", r -> families.getOrDefault(r.fingerprint(), List.of()));
    Map<String, List<RelayGroup>> all = new TreeMap<>();
    kinds.forEach((kind, naming) -> all.put(kind, group(relays, naming)));
    return all;
  }

  private static List<Named> one(@Nullable Named named) {
    return named == null ? List.of() : List.of(named);
  }

  private static @Nullable Named named(@Nullable String key) {
    return key == null ? null : new Named(key, key);
  }

  private static String day(Instant time) {
    return time.toString().substring(0, "2026-01-01".length());
  }

  /// The families that list each relay, each under its smallest member whose own family it is.
  private static Map<Fingerprint, List<Named>> families(
      List<Relay> relays, List<List<Fingerprint>> sets) {
    Map<Integer, Fingerprint> keys = new TreeMap<>();
    for (Relay relay : relays) {
      Integer set = relay.family().effective();
      if (set != null && sets.get(set).size() > 1) {
        keys.merge(set, relay.fingerprint(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    Map<Fingerprint, List<Named>> families = new TreeMap<>();
    keys.forEach((set, key) -> {
      for (Fingerprint member : sets.get(set)) {
        families.computeIfAbsent(member, m -> new ArrayList<>()).add(new Named(key.hex(), null));
      }
    });
    return families;
  }

  private static List<RelayGroup> group(List<Relay> relays, Function<Relay, List<Named>> naming) {
    Map<String, String> names = new TreeMap<>();
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < relays.size(); i++) {
      for (Named named : naming.apply(relays.get(i))) {
        members.computeIfAbsent(named.key, key -> new ArrayList<>()).add(i);
        if (named.name != null) {
          names.putIfAbsent(named.key, named.name);
        }
      }
    }
    List<RelayGroup> groups = new ArrayList<>();
    members.forEach((key, indexes) -> {
      List<Relay> own = indexes.stream().map(relays::get).toList();
      groups.add(
          new RelayGroup(
              key, names.get(key), indexes, totals(own, relays), country(own), List.of()));
    });
    return groups;
  }

  static GroupTotals totals(List<Relay> own, List<Relay> all) {
    return new GroupTotals(
        own.size(),
        count(own, Relay::running),
        count(own, is(Relay.Role.GUARD)),
        count(own, is(Relay.Role.MIDDLE)),
        count(own, is(Relay.Role.EXIT)),
        count(own, r -> Boolean.TRUE.equals(r.weight().measured())),
        sum(own, r -> true, Groups::bandwidth),
        sum(own, is(Relay.Role.GUARD), Groups::bandwidth),
        sum(own, is(Relay.Role.MIDDLE), Groups::bandwidth),
        sum(own, is(Relay.Role.EXIT), Groups::bandwidth),
        sum(own, r -> true, Groups::weight),
        share(own, all, r -> true),
        share(own, all, is(Relay.Role.GUARD)),
        share(own, all, is(Relay.Role.MIDDLE)),
        share(own, all, is(Relay.Role.EXIT)),
        distinct(own, r -> r.network() == null ? null : r.network().number()),
        distinct(own, r -> r.place() == null ? null : r.place().country()),
        distinct(own, r -> r.contact().isNamed() ? r.contact().operator() : null),
        distinct(own, r -> r.family().effective()),
        own.stream()
            .map(r -> r.times().firstSeen())
            .filter(Objects::nonNull)
            .min(Comparator.<Instant>naturalOrder())
            .orElse(null));
  }

  static Relay.@Nullable Uptime meanUptime(List<Relay> relays) {
    List<Relay.Uptime> known = relays.stream().map(Relay::uptime).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? null
        : new Relay.Uptime(
            mean(known, Relay.Uptime::oneMonth),
            mean(known, Relay.Uptime::sixMonths),
            mean(known, Relay.Uptime::oneYear),
            mean(known, Relay.Uptime::fiveYears));
  }

  private static long bandwidth(Relay relay) {
    return relay.bandwidth().observedOrZero();
  }

  private static long weight(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return relay.running() && weight != null ? weight : 0;
  }

  private static Predicate<Relay> is(Relay.Role role) {
    return relay -> relay.role() == role;
  }

  private static int count(List<Relay> relays, Predicate<Relay> which) {
    return (int) relays.stream().filter(which).count();
  }

  private static long sum(
      List<Relay> relays, Predicate<Relay> which, ToLongFunction<Relay> figure) {
    return relays.stream().filter(which).mapToLong(figure).sum();
  }

  private static double share(List<Relay> own, List<Relay> all, Predicate<Relay> which) {
    long whole = sum(all, which, Groups::weight);
    return whole == 0 ? 0 : (double) sum(own, which, Groups::weight) / whole;
  }

  private static int distinct(List<Relay> relays, Function<Relay, @Nullable Object> key) {
    return (int) relays.stream().map(key).filter(Objects::nonNull).distinct().count();
  }

  private static @Nullable Double mean(
      List<Relay.Uptime> known, Function<Relay.Uptime, @Nullable Double> period) {
    List<Double> values = known.stream().map(period).filter(Objects::nonNull).toList();
    return values.isEmpty()
        ? null
        : values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /// The most frequent country; of equals the first in base order.
  private static @Nullable String country(List<Relay> own) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    own.forEach(relay -> {
      if (relay.place() != null) {
        counts.merge(relay.place().country(), 1, Integer::sum);
      }
    });
    String best = null;
    for (String country : counts.keySet()) {
      if (best == null || counts.getOrDefault(country, 0) > counts.getOrDefault(best, 0)) {
        best = country;
      }
    }
    return best;
  }

  private record Named(String key, @Nullable String name) {}
}
