package cepa.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Sums over the relays of a group (relay-model 11). Guard, middle and exit are primary roles, so
/// they add up.
///
/// @param relays members, running or not
/// @param running members running
/// @param guards members whose role is guard
/// @param middles members whose role is middle
/// @param exits members whose role is exit
/// @param measured members known to be measured
/// @param bandwidth observed bandwidth, bytes per second
/// @param guardBandwidth of guards
/// @param middleBandwidth of middles
/// @param exitBandwidth of exits
/// @param weight raw consensus weight
/// @param weightFraction share of the network's consensus weight, 0..1
/// @param guardWeightFraction share of the weight of all guards, 0..1
/// @param middleWeightFraction share of the weight of all middles, 0..1
/// @param exitWeightFraction share of the weight of all exits, 0..1
/// @param networks distinct autonomous systems
/// @param countries distinct countries
/// @param operators distinct operators; relays without a contact count for none (relay-model D-2)
/// @param families distinct declared families
/// @param firstSeen earliest first-seen time; null if none is known
public record GroupTotals(
    int relays,
    int running,
    int guards,
    int middles,
    int exits,
    int measured,
    long bandwidth,
    long guardBandwidth,
    long middleBandwidth,
    long exitBandwidth,
    long weight,
    double weightFraction,
    double guardWeightFraction,
    double middleWeightFraction,
    double exitWeightFraction,
    int networks,
    int countries,
    int operators,
    int families,
    @Nullable Instant firstSeen) {}
