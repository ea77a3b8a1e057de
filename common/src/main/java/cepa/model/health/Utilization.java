package cepa.model.health;

import cepa.model.Relay.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Consensus weight per 1,000,000 bytes per second of observed bandwidth (analytics 11.4), of
/// relays with both; weights as the consensus last had them, so that both sides are of the same
/// relays (D-6).
///
/// @param roles by primary role: `exit_cw_bw_overall`, `_avg`, `_median`, which are a millionth of
///   these
/// @param eu in the European Union: `eu_cw_bw_mean`, `_median`, which are cut to whole numbers
/// @param elsewhere in other known countries: `non_eu_cw_bw_…`
/// @param topThree in the three networks with most weight: `top_3_as_cw_bw_…`
/// @param topFive likewise
/// @param topTen likewise
public record Utilization(
    Map<Role, Ratio> roles,
    @Nullable Ratio eu,
    @Nullable Ratio elsewhere,
    @Nullable Ratio topThree,
    @Nullable Ratio topFive,
    @Nullable Ratio topTen) {

  public Utilization {
    Map<Role, Ratio> byRole = new EnumMap<>(Role.class);
    byRole.putAll(roles);
    roles = Collections.unmodifiableMap(byRole);
  }

  /// @param together weight of all divided by bandwidth of all
  /// @param mean of the relays' ratios
  /// @param median of the relays' ratios
  /// @param relays relays with weight and bandwidth, at least 1
  public record Ratio(double together, double mean, double median, int relays) {}
}
