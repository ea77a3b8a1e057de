package cepa.model.health;

/// What most relays share.
///
/// @param key of the group, e.g. `DE`, `AS24940`
/// @param relays how many of those asked about
public record Top(String key, int relays) {}
