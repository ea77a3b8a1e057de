package cepa.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the figures of one source come from.
///
/// @param id source id, e.g. `onionoo-uptime`
/// @param state whether the source may be used; pure in (published, asOf, limit)
/// @param snapshot id of the snapshot used; null unless fresh or stale
/// @param published upstream's time of that snapshot; null likewise
/// @param records entities in that snapshot; 0 if none
public record SourceProvenance(
    String id, State state, @Nullable String snapshot, @Nullable Instant published, long records) {

  /// Whether figures of this source are known at all.
  public boolean isPresent() {
    return state == State.FRESH || state == State.STALE;
  }

  /// The state of a source in a model.
  public enum State {
    /// Within the age the source normally has.
    FRESH,
    /// Older than it normally is, still within the limit: shown, and said to be old.
    STALE,
    /// Nothing accepted yet, or older than the limit: its figures are unknown.
    MISSING,
    /// Switched off by configuration: its figures are unknown.
    DISABLED
  }
}
