package cepa.model.health;

/// The middle of figures of relays, in their unit.
///
/// @param mean arithmetic
/// @param median middle value
/// @param relays relays that count, at least 1
public record Average(double mean, double median, int relays) {}
