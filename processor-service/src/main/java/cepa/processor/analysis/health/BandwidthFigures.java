package cepa.processor.analysis.health;

import cepa.model.Relay;
import cepa.model.Relay.Role;
import cepa.model.RelayGroup;
import cepa.model.health.Average;
import cepa.model.health.Capacity;
import cepa.model.health.Utilization;
import cepa.model.health.Utilization.Ratio;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What relays can carry, and what weight that gives them (analytics 11.3, 11.4).
final class BandwidthFigures {

  private static final double SCALE = 1e6;

  private BandwidthFigures() {}

  static Capacity capacity(List<Relay> relays) {
    Map<Role, Average> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Average average =
          observed(weighted(relays).stream().filter(relay -> relay.role() == role).toList());
      if (average != null) {
        roles.put(role, average);
      }
    }
    Map<String, Average> flags = new TreeMap<>();
    for (String flag : Capacity.FLAGS) {
      Average average = observed(relays.stream().filter(relay -> relay.has(flag)).toList());
      if (average != null) {
        flags.put(flag, average);
      }
    }
    return new Capacity(roles, flags, unused(relays));
  }

  private static @Nullable Average observed(List<Relay> relays) {
    return Parts.average(
        relays.stream()
            .mapToDouble(relay -> relay.bandwidth().observedOrZero())
            .filter(observed -> observed > 0));
  }

  private static @Nullable Average unused(List<Relay> relays) {
    return Parts.average(
        relays.stream()
            .map(Relay::bandwidth)
            .filter(b -> b.observedOrZero() > 0 && b.advertised() != null && b.advertised() > 0)
            .mapToDouble(
                b -> Math.abs(b.observedOrZero() - (b.advertised() == null ? 0 : b.advertised()))));
  }

  /// @param eu relays in the European Union
  /// @param elsewhere relays in other known countries
  /// @param networks all groups of kind `network`
  static Utilization utilization(
      List<Relay> relays, List<Relay> eu, List<Relay> elsewhere, List<RelayGroup> networks) {
    Map<Role, Ratio> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Ratio ratio = ratio(relays.stream().filter(relay -> relay.role() == role).toList());
      if (ratio != null) {
        roles.put(role, ratio);
      }
    }
    return new Utilization(
        roles,
        ratio(eu),
        ratio(elsewhere),
        ratio(inLargest(relays, networks, 3)),
        ratio(inLargest(relays, networks, 5)),
        ratio(inLargest(relays, networks, 10)));
  }

  private static List<Relay> inLargest(List<Relay> relays, List<RelayGroup> groups, int count) {
    return groups.stream()
        .sorted(Parts.LARGEST)
        .limit(count)
        .map(RelayGroup::members)
        .flatMap(Collection::stream)
        .map(relays::get)
        .toList();
  }

  private static List<Relay> weighted(List<Relay> relays) {
    return relays.stream()
        .filter(relay -> Parts.weight(relay) > 0 && relay.bandwidth().observedOrZero() > 0)
        .toList();
  }

  static @Nullable Ratio ratio(List<Relay> relays) {
    List<Relay> weighted = weighted(relays);
    Average ratios =
        Parts.average(
            weighted.stream()
                .mapToDouble(
                    relay -> Parts.weight(relay) * SCALE / relay.bandwidth().observedOrZero()));
    if (ratios == null) {
      return null;
    }
    long weight = weighted.stream().mapToLong(Parts::weight).sum();
    long bandwidth = weighted.stream().mapToLong(r -> r.bandwidth().observedOrZero()).sum();
    return new Ratio(weight * SCALE / bandwidth, ratios.mean(), ratios.median(), ratios.relays());
  }
}
