package cepa.model.health;

import cepa.model.Relay.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a relay can carry: observed bandwidth, bytes per second (analytics 11.3). Nothing is told
/// of what no relay counts for.
///
/// @param roles by primary role, of relays with weight and bandwidth: `exit_bw_mean`, …
/// @param flags by flag ([#FLAGS]), of relays with bandwidth: `fast_bw_mean`, …
/// @param unused distance of observed from advertised bandwidth, of relays with both:
///   `avg_observed_advertised_diff_formatted`; null if there are none
public record Capacity(
    Map<Role, Average> roles, Map<String, Average> flags, @Nullable Average unused) {

  /// Flags that are told apart.
  public static final List<String> FLAGS = List.of("Fast", "Stable", "Authority", "V2Dir", "HSDir");

  public Capacity {
    Map<Role, Average> byRole = new EnumMap<>(Role.class);
    byRole.putAll(roles);
    roles = Collections.unmodifiableMap(byRole);
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }
}
