package cepa.model.consensus;

import cepa.model.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A voting authority the site is configured with, and the vote that is known of it.
///
/// @param name nickname, lower case
/// @param identity v3 identity that signs votes; not the fingerprint of a relay (D-C14)
/// @param country two upper-case letters
/// @param relay its relay: index in base order; null if the model has none of that name
/// @param state whether its vote counts
/// @param validAfter of the newest vote known; null if none is
/// @param published when that vote was made; null if none is or it does not say
/// @param entries relays in that vote
/// @param measures whether the vote is made with a bandwidth scanner's file
/// @param testsIpv6 whether more than one in a hundred of its entries has an IPv6 address (D-C11)
/// @param thresholds as published; [FlagThresholds#NONE] without a vote
public record Voter(
    String name,
    Fingerprint identity,
    String country,
    @Nullable Integer relay,
    State state,
    @Nullable Instant validAfter,
    @Nullable Instant published,
    int entries,
    boolean measures,
    boolean testsIpv6,
    FlagThresholds thresholds) {

  public boolean counts() {
    return state == State.COUNTED;
  }

  /// Whether a vote counts (D-15).
  public enum State {
    /// Of the newest hour, or the one before.
    COUNTED,
    /// Older: shown, not counted.
    STALE,
    /// No vote is known. Says nothing about the authority: the download may have failed.
    MISSING
  }
}
