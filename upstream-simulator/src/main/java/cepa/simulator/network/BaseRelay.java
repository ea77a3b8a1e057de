package cepa.simulator.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is really known about a relay of the public network, or the extrapolation of one.
///
/// @param fingerprint 40 upper-case hexadecimal digits
/// @param orAddresses `address:port`, the primary one first, IPv6 in brackets; never empty
/// @param country two lower-case letters; null: not known
/// @param firstSeen seconds since the epoch; null: not known
/// @param advertisedBandwidth bytes per second; null: not known
/// @param guardProbability 0..1 as published; 0 for relays that are no guards
/// @param traits bits, see the methods
/// @param lastSeen seconds since the epoch; null: running at the base time
/// @param nickname as once published; null: not known
record BaseRelay(
    String fingerprint,
    List<String> orAddresses,
    @Nullable String country,
    @Nullable Long firstSeen,
    @Nullable Long advertisedBandwidth,
    double guardProbability,
    int traits,
    @Nullable Long lastSeen,
    @Nullable String nickname) {

  private static final int RECOMMENDED = 1;
  private static final int LISTED_IN_MAY = 4;
  private static final int GUARD_IN_MAY = 8;
  private static final int EXIT_IN_MAY = 16;
  private static final int RUNNING = 32;

  /// The traits of a relay that appears during the simulation.
  static final int NEWCOMER = RECOMMENDED | RUNNING;

  BaseRelay {
    orAddresses = List.copyOf(orAddresses);
  }

  boolean runsRecommendedVersion() {
    return (traits & RECOMMENDED) != 0;
  }

  /// Whether its Guard and Exit flags of 2026-05-21 are known.
  boolean flagsKnown() {
    return (traits & LISTED_IN_MAY) != 0;
  }

  boolean knownGuard() {
    return (traits & GUARD_IN_MAY) != 0;
  }

  boolean knownExit() {
    return (traits & EXIT_IN_MAY) != 0;
  }

  boolean running() {
    return (traits & RUNNING) != 0;
  }

  String ipv4() {
    String first = orAddresses.getFirst();
    return first.substring(0, first.lastIndexOf(':'));
  }

  int port() {
    String first = orAddresses.getFirst();
    return Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
  }
}
