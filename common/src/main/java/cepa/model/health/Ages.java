package cepa.model.health;

import org.jspecify.annotations.Nullable;

/// How long relays have been here: whole days from first-seen time to the model's moment, at least
/// 0 (analytics 11.2).
///
/// @param known relays whose first-seen time is known
/// @param meanDays truncated: `network_mean_age_formatted`; null if none is known
/// @param medianDays truncated: `network_median_age_formatted`; null likewise
/// @param day relays first seen within 24 hours: `new_relays_24h`
/// @param month within 30 days: `new_relays_30d`
/// @param halfYear within 180 days: `new_relays_6m`
/// @param year within 365 days: `new_relays_1y`
public record Ages(
    int known,
    @Nullable Long meanDays,
    @Nullable Long medianDays,
    int day,
    int month,
    int halfYear,
    int year) {}
