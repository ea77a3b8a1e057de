package cepa.model.health;

import org.jspecify.annotations.Nullable;

/// How far families by key have come (analytics 11.16, consensus 3.4).
///
/// @param ready relays whose version knows them (relay-model 12.5): `hf_ready_relays`, …
/// @param notReady relays of an older or unknown version: `hf_not_ready_relays`
/// @param readyGuards relays with the flag Guard among the ready: `hf_ready_guard_relays`
/// @param readyExits relays with the flag Exit among the ready: `hf_ready_exit_relays`
/// @param readyVoters voting authorities among the ready: `hf_ready_authorities`
/// @param operators by validated domain; null if validation data or descriptors are missing
public record KeyFamilies(
    RelayPart ready,
    int notReady,
    int readyGuards,
    int readyExits,
    int readyVoters,
    @Nullable Operators operators) {

  /// Validated domains by what descriptors of their relays declare; relays without a known
  /// descriptor do not count.
  ///
  /// @param some at least one relay declares a family's key: `hf_some_operators`
  /// @param all every relay does: `hf_all_operators`
  /// @param validated validated domains: `hf_total_validated_operators`
  public record Operators(int some, int all, int validated) {}
}
