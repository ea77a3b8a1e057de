package cepa.model;

import cepa.model.Relay.Uptime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Figures of the whole network.
///
/// @param all sums over every relay of the model
/// @param flags relays per flag, by name
/// @param ipv6 relays with an IPv6 address for onion routing
/// @param recommendedVersion relays whose version is recommended
/// @param unknownVersion relays of which that is not known
/// @param uptime mean share of time over the relays with data; null if the source is missing
/// @param networksForHalf fewest networks that together hold half of the consensus weight
/// @param rejectedRecords records of the details snapshot that could not be read as a relay
public record NetworkTotals(
    GroupTotals all,
    Map<String, Integer> flags,
    int ipv6,
    int recommendedVersion,
    int unknownVersion,
    @Nullable Uptime uptime,
    int networksForHalf,
    int rejectedRecords) {

  public NetworkTotals {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }
}
