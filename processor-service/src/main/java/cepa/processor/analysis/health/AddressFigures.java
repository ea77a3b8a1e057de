package cepa.processor.analysis.health;

import cepa.address.IpAddress;
import cepa.model.Relay;
import cepa.model.health.AddressFamilies;
import cepa.model.health.AddressFamilies.Operators;
import cepa.model.health.AddressFamilies.Reached;
import cepa.model.health.Top;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Over which internet protocols relays are reached (analytics 11.12).
final class AddressFigures {

  private final Map<Support, List<Relay>> relays = new EnumMap<>(Support.class);
  private final Map<String, Set<Support>> domains = new HashMap<>();

  private AddressFigures(List<Relay> all) {
    for (Support support : Support.values()) {
      relays.put(support, new ArrayList<>());
    }
    for (Relay relay : all) {
      Support support = Support.of(relay);
      of(support).add(relay);
      String domain = relay.contact().domain();
      if (domain != null) {
        domains.computeIfAbsent(domain, _ -> new HashSet<>()).add(support);
      }
    }
  }

  /// @param validated domains that a relay proves; null if unknown
  static AddressFamilies of(List<Relay> relays, @Nullable Set<String> validated) {
    var figures = new AddressFigures(relays);
    return new AddressFamilies(
        figures.reached(Support.V4),
        figures.reached(Support.BOTH),
        figures.of(Support.V6).size(),
        figures.of(Support.NONE).size(),
        validated == null ? null : figures.operators(validated));
  }

  private List<Relay> of(Support support) {
    return relays.getOrDefault(support, List.of());
  }

  private Reached reached(Support support) {
    List<Relay> some = of(support);
    return new Reached(
        Parts.of(some),
        top(some, relay -> relay.place() == null ? null : relay.place().country()),
        top(some, relay -> relay.network() == null ? null : relay.network().number()));
  }

  private static @Nullable Top top(List<Relay> relays, Function<Relay, @Nullable String> key) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Relay relay : relays) {
      String own = key.apply(relay);
      if (own != null) {
        counts.merge(own, 1, Integer::sum);
      }
    }
    Top top = null;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (top == null || count.getValue() > top.relays()) {
        top = new Top(count.getKey(), count.getValue());
      }
    }
    return top;
  }

  private Operators operators(Set<String> validated) {
    int both = 0;
    int v4 = 0;
    for (String domain : validated) {
      Set<Support> has = domains.getOrDefault(domain, Set.of());
      if (has.contains(Support.BOTH)) {
        both++;
      } else if (has.contains(Support.V4)) {
        v4++;
      }
    }
    return new Operators(both, v4, validated.size());
  }

  private enum Support {
    NONE,
    V4,
    V6,
    BOTH;

    private static Support of(Relay relay) {
      boolean four = false;
      boolean six = false;
      for (String text : relay.addresses().or()) {
        IpAddress address = IpAddress.parseWithPort(text);
        four |= address != null && !address.v6();
        six |= address != null && address.v6();
      }
      return four ? six ? BOTH : V4 : six ? V6 : NONE;
    }
  }
}
