package cepa.model.rarity;

import org.jspecify.annotations.Nullable;

/// How rare relays are in a country (analytics 7.3), by the installation's tables.
///
/// @param score weighted sum of the points
/// @param tier class of the score
/// @param rare whether the score is high enough and not by geography alone
/// @param countPoints for few relays, 0..6
/// @param sharePoints for a small share of the relays, 0..6
/// @param geopoliticalPoints of the geopolitical class
/// @param regionalPoints of the regional class
/// @param geopoliticalClass name in the tables; null if in none
/// @param regionalClass name in the tables; null if in none
/// @param region of achievements
/// @param europeanUnion whether it is a member
/// @param fiveEyes whether it is one of these
/// @param fourteenEyes whether it is one of these; the five are
public record CountryRarity(
    int score,
    Rarity.Tier tier,
    boolean rare,
    int countPoints,
    int sharePoints,
    int geopoliticalPoints,
    int regionalPoints,
    @Nullable String geopoliticalClass,
    @Nullable String regionalClass,
    Rarity.Region region,
    boolean europeanUnion,
    boolean fiveEyes,
    boolean fourteenEyes) {}
