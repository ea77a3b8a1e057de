package cepa.model.rarity;

/// How rare it is to run relays in a network (analytics 8.2).
///
/// @param score 0..5: 0..3 for a small share of the consensus weight, up to 2 for few operators
/// @param tier class of the score
/// @param operators distinct operators; relays without a contact count for none (relay-model D-2)
public record NetworkRarity(int score, Rarity.Tier tier, int operators) {}
