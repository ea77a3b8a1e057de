package cepa.model.traffic;

import cepa.model.ModelPart;
import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the relays of each group carried together (relay-model 8.4, 11.7). A relay counts in every
/// period with what it carried within that period ([RelayTraffic#within]), so no member's bytes
/// vanish, all groups can be ranked on one period, and shares are of the same relays' bytes.
///
/// @param network all relays
/// @param roles relays by primary role
/// @param groups one for each group of that kind, in the same order, by kind
/// @param series bandwidth of the whole network over time, bytes per second: sums over all relays,
///   aligned by date; `read_history/6_months`, `write_history/6_months` and so on, in order
///   of name. That of five years has what relays without such a graph carried by their shorter ones
public record GroupTraffic(
    Totals network,
    Map<Relay.Role, Totals> roles,
    Map<String, List<Totals>> groups,
    List<Series> series)
    implements ModelPart {

  public GroupTraffic {
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    TreeMap<String, List<Totals>> copy = new TreeMap<>();
    groups.forEach((kind, all) -> copy.put(kind, List.copyOf(all)));
    groups = Collections.unmodifiableSortedMap(copy);
    series = List.copyOf(series);
  }

  /// The groups of a kind, in the order of the model's; empty if the model has no such kind.
  public List<Totals> of(String kind) {
    return groups.getOrDefault(kind, List.of());
  }

  /// A group's share of what the network carried, 0..1; null if either is unknown or nothing was
  /// carried.
  public @Nullable Double share(Totals group, Period period) {
    Long part = group.bytes().get(period);
    Long whole = network.bytes().get(period);
    return part == null || whole == null || whole == 0 ? null : (double) part / whole;
  }

  /// @param bytes written and read within each period; null if nothing is known of any member
  /// @param best the longest period in which a member has graphs of its own with any bytes; null if
  ///   none. What is shown as the group's data is [#bytes] of this period
  /// @param relays members of which anything is known
  public record Totals(PerPeriod<Long> bytes, @Nullable Period best, int relays) {

    /// Bytes within the best period; null if nothing was carried.
    public @Nullable Long data() {
      return best == null ? null : bytes.get(best);
    }
  }
}
