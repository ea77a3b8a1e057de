package cepa.model.health;

/// Some of the network's relays.
///
/// @param relays how many
/// @param bandwidth observed, bytes per second
/// @param weightFraction share of the consensus weight, 0..1; offline relays have none (D-3)
public record RelayPart(int relays, long bandwidth, double weightFraction) {}
