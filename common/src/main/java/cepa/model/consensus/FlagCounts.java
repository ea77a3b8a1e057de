package cepa.model.consensus;

/// How many authorities give a relay a flag, and how many could (consensus 6, 9.6).
///
/// @param assigned votes with the flag
/// @param eligible votes whose thresholds the relay meets
/// @param unknown votes that lack a value needed to tell (D-C7)
public record FlagCounts(int assigned, int eligible, int unknown) {}
