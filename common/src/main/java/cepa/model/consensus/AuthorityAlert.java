package cepa.model.consensus;

import org.jspecify.annotations.Nullable;

/// Something that should not be with the authorities.
///
/// @param kind what, also says how bad
/// @param authority index into [Authorities#authorities]; null if it is about several or about one
///   that is not configured
/// @param value see the kind; null if it has none
/// @param text name of an authority that is not configured, hostile; null otherwise
public record AuthorityAlert(
    Kind kind, @Nullable Integer authority, @Nullable Double value, @Nullable String text) {

  /// Kinds of alerts, worst first.
  public enum Kind {
    /// `value` authorities, three or more, do not respond.
    MANY_DOWN,
    /// Does not respond.
    DOWN,
    /// `value` is its uptime score, -2 or less.
    LOW_UPTIME,
    /// `value` is its latency in milliseconds, more than 1,000.
    VERY_SLOW,
    /// Its newest vote is `value` seconds older than the newest of all: not counted.
    STALE_VOTE,
    /// No vote of it is known, though others are.
    NO_VOTE,
    /// `text` votes, but is not configured.
    UNKNOWN_VOTER
  }
}
