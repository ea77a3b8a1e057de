package cepa.simulator.network;

import org.jspecify.annotations.Nullable;

/// Where a relay stands; invented but for the country.
///
/// @param country two lower-case letters
/// @param countryName null: not known
/// @param region null: not known
/// @param city null: not known
public record Place(
    String country,
    @Nullable String countryName,
    @Nullable String region,
    @Nullable String city,
    double latitude,
    double longitude) {}
