package cepa.model.health;

/// What relays run, as the directory authorities judge it (analytics 11.10).
///
/// @param recommended `recommended_version_count`
/// @param notRecommended `not_recommended_count`
/// @param unknown not told
/// @param experimental newer than any recommended one: `experimental_count`
/// @param newInSeries newer than the recommended ones of its series
/// @param obsolete no longer supported: `obsolete_count`
/// @param outdated not recommended any more, though its series is: `outdated_count`
public record Versions(
    int recommended,
    int notRecommended,
    int unknown,
    int experimental,
    int newInSeries,
    int obsolete,
    int outdated) {}
