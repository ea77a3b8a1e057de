package cepa.model.operator;

import org.jspecify.annotations.Nullable;

/// Relays in a country.
///
/// @param country two upper-case letters
/// @param name English name as its first relay there has it; null if unknown
/// @param relays how many
public record CountryRelays(String country, @Nullable String name, int relays) {}
