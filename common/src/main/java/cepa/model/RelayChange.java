package cepa.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that changed about a relay between two accepted snapshots.
///
/// @param at published time of the snapshot that first showed it
/// @param kind what changed
/// @param from value before; null if there was none
/// @param to value now; null if there is none
public record RelayChange(Instant at, Kind kind, @Nullable String from, @Nullable String to) {

  /// What can change.
  public enum Kind {
    APPEARED,
    STARTED,
    STOPPED,
    NICKNAME,
    FLAG_GAINED,
    FLAG_LOST,
    VERSION,
    ADDRESS,
    NETWORK,
    COUNTRY,
    CONTACT,
    FAMILY
  }
}
