package cepa.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source's last attempt went; a record on `cepa.source-status` (key: source id), one after
/// each attempt.
///
/// @param source id of the source
/// @param outcome how the attempt ended
/// @param reason what went wrong, for a reader; null unless `FAILED` or `QUARANTINED`
/// @param attempted when the attempt began
/// @param durationMillis how long it took, retries included
/// @param attempts requests made, 1..
/// @param httpStatus last HTTP status; null if there was no answer
/// @param bytes length of the received bodies, decoded; 0 if none
/// @param lastSuccess when an attempt last ended well (anything but `FAILED`); null if never
/// @param consecutiveFailures failed attempts since then
/// @param snapshot id of the newest snapshot published by this source; null if none
/// @param published upstream's time of that snapshot; null if none
/// @param nextAttempt when the next attempt is due; null if none is planned
public record SourceStatus(
    String source,
    Outcome outcome,
    @Nullable String reason,
    Instant attempted,
    long durationMillis,
    int attempts,
    @Nullable Integer httpStatus,
    long bytes,
    @Nullable Instant lastSuccess,
    int consecutiveFailures,
    @Nullable String snapshot,
    @Nullable Instant published,
    @Nullable Instant nextAttempt) {

  /// How an attempt ended.
  public enum Outcome {
    /// A new snapshot was published.
    PUBLISHED,
    /// A snapshot was published but is absurd against the last one; it waits for a decision.
    QUARANTINED,
    /// Upstream has nothing new: 304, or documents equal to the previous ones.
    UNCHANGED,
    /// Nothing usable arrived; the last snapshot stays in use.
    FAILED
  }
}
