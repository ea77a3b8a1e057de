package cepa.fetcher;

import java.time.Duration;

/// Limits of one transfer.
///
/// @param idle longest time without a byte once the answer has begun; a server may think as long as
///   `total` allows before it answers
/// @param total longest time for connecting, waiting and the whole body
/// @param maxBytes largest body, decoded
public record TransferLimits(Duration idle, Duration total, long maxBytes) {

  public TransferLimits {
    FeedSettings.requirePositive("idle-timeout", idle);
    FeedSettings.requirePositive("total-timeout", total);
    if (maxBytes <= 0) {
      throw new IllegalArgumentException("max-size must be larger than zero, not " + maxBytes);
    }
  }
}
