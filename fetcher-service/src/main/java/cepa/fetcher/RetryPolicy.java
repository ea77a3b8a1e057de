package cepa.fetcher;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often and after which pause a failed transfer is tried again.
///
/// @param retries further tries after the first, 0..
/// @param base pause before the first retry; doubles with each
/// @param maxRetryAfter longest pause a server may ask for; one that asks for more is left alone
///   until then
public record RetryPolicy(int retries, Duration base, Duration maxRetryAfter) {

  private static final int MAX_RETRIES = 20;

  public RetryPolicy {
    if (retries < 0 || retries > MAX_RETRIES) {
      throw new IllegalArgumentException(
          "retries must be between 0 and " + MAX_RETRIES + ", not " + retries);
    }
    FeedSettings.requirePositive("backoff", base);
    FeedSettings.requirePositive("max-retry-after", maxRetryAfter);
  }

  /// The pause after try number `attempt` (0..): `base * 2^attempt` and up to a second more, so
  /// that clients that failed together do not come back together.
  public Duration pause(int attempt, RandomGenerator random) {
    return base.multipliedBy(1L << attempt).plusNanos(random.nextLong(1_000_000_000L));
  }
}
