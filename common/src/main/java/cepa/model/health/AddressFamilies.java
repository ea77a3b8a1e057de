package cepa.model.health;

import org.jspecify.annotations.Nullable;

/// Over which internet protocols relays are reached, by all their addresses for onion routing
/// (analytics 11.12, relay-model 5.7).
///
/// @param ipv4Only `ipv4_only_relays`, `ipv4_only_bandwidth`
/// @param both `both_ipv4_ipv6_relays`, `both_ipv4_ipv6_bandwidth`
/// @param ipv6Only relays with IPv6 addresses only
/// @param none relays without an address that can be read
/// @param operators by validated domain; null if validation data are missing
public record AddressFamilies(
    Reached ipv4Only, Reached both, int ipv6Only, int none, @Nullable Operators operators) {

  /// @param relays those reached so
  /// @param country with most of them, ties: first in base order; null if none is known
  /// @param network likewise
  public record Reached(RelayPart relays, @Nullable Top country, @Nullable Top network) {}

  /// Validated domains by what their relays offer.
  ///
  /// @param both at least one relay is reached over both: `both_ipv4_ipv6_aroi_operators`
  /// @param ipv4Only none is, and at least one over IPv4: `ipv4_only_aroi_operators`
  /// @param all validated domains
  public record Operators(int both, int ipv4Only, int all) {}
}
