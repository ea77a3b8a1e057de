package cepa.fetcher;

import cepa.error.RetriableException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries again what may pass by itself, by a [RetryPolicy]. What is worth another try is read off
/// the failure's type: [RetriableException], nothing else.
public final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  private final RandomGenerator random;
  private final Pause pause;

  public Retries(RandomGenerator random, Pause pause) {
    this.random = random;
    this.pause = pause;
  }

  /// Runs `action` once, and as often again as the policy allows.
  ///
  /// @throws RetriableException the last failure, if all tries failed, or the first one that asks
  ///   for a longer pause than the policy grants
  public <T> T run(RetryPolicy policy, Action<T> action) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        return action.run();
      } catch (RetriableException e) {
        Duration wait = policy.pause(attempt, random);
        if (e instanceof BusyUpstreamException busy) {
          wait = busy.retryAfter().compareTo(wait) > 0 ? busy.retryAfter() : wait;
          if (busy.retryAfter().compareTo(policy.maxRetryAfter()) > 0) {
            throw e;
          }
        }
        if (attempt >= policy.retries()) {
          throw e;
        }
        log.info(
            "Try {} of {} failed, next in {} s: {}",
            attempt + 1,
            policy.retries() + 1,
            wait.toSeconds(),
            e.getMessage());
        pause.pause(wait);
      }
    }
  }

  /// Something that may fail in passing.
  @FunctionalInterface
  public interface Action<T> {
    T run() throws InterruptedException;
  }
}
