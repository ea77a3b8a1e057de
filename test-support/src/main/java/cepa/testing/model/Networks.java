package cepa.testing.model;

import java.time.Instant;

/// Where a test begins: `aNetwork().with(aRelay().exit().in("de")).build()`.
public final class Networks {

  /// The moment every built network speaks of, unless told otherwise.
  public static final Instant AS_OF = Instant.parse("2026-01-15T12:00:00Z");

  private Networks() {}

  /// A network without relays.
  public static NetworkBuilder aNetwork() {
    return new NetworkBuilder();
  }

  /// A running relay of which everything usual is known; it has neither the flag Guard nor Exit.
  public static RelayBuilder aRelay() {
    return new RelayBuilder();
  }

  /// A running relay of which upstream said as little as it ever does.
  public static RelayBuilder aBareRelay() {
    return new RelayBuilder().bare();
  }

  /// A network of many different relays; equal arguments make equal networks.
  ///
  /// @param relays how many relays, 0..
  public static NetworkBuilder aNetworkOf(int relays, long seed) {
    return new RandomRelays(seed).network(relays);
  }
}
