package cepa.model;

import java.time.Instant;
import java.util.List;

/// Relays a group gained and lost from one accepted snapshot to the next.
///
/// @param at published time of the later snapshot
/// @param gained fingerprints, ascending
/// @param lost fingerprints, ascending
public record GroupChange(Instant at, List<Fingerprint> gained, List<Fingerprint> lost) {
  public GroupChange {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }
}
