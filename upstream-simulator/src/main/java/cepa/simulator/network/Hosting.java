package cepa.simulator.network;

/// The autonomous system a relay is in.
///
/// @param number without the letters
public record Hosting(long number, String name) {}
