package cepa.fetcher;

import cepa.error.RetriableException;
import java.time.Duration;

/// Upstream asked to be left alone for a while.
public final class BusyUpstreamException extends RetriableException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public BusyUpstreamException(String message, Duration retryAfter) {
    super(message, null);
    this.retryAfter = retryAfter;
  }

  /// How long upstream asked to wait.
  public Duration retryAfter() {
    return retryAfter;
  }
}
