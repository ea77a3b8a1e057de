package cepa.fetcher;

import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// What the settings of every source that is fetched over HTTP have. Each source has a record of
/// its own with its own defaults; what they mean is the same.
public interface TransferSettings {

  /// Where the source is.
  URI url();

  /// Time between two attempts that end well.
  Duration cadence();

  /// Time from the first failed attempt to the next; doubles up to [#cadence].
  Duration retryCadence();

  /// Data older than this is stale.
  Duration freshFor();

  /// Data older than this is as good as none.
  Duration usableFor();

  /// Longest time without a byte once an answer has begun.
  Duration idleTimeout();

  /// Longest time for the whole.
  Duration totalTimeout();

  /// Further tries.
  int retries();

  /// Pause before the first retry; doubles with each.
  Duration backoff();

  /// Longest `Retry-After` that is waited for within an attempt.
  Duration maxRetryAfter();

  /// Largest document, decoded.
  DataSize maxSize();

  /// The same as the engine takes it.
  ///
  /// @throws IllegalArgumentException naming the first that makes no sense
  default FeedSettings feed() {
    return new FeedSettings(
        url(),
        cadence(),
        retryCadence(),
        freshFor(),
        usableFor(),
        new TransferLimits(idleTimeout(), totalTimeout(), maxSize().toBytes()),
        new RetryPolicy(retries(), backoff(), maxRetryAfter()));
  }
}
