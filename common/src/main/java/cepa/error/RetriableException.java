package cepa.error;

import org.jspecify.annotations.Nullable;

/// A failure that may pass by itself: an unreachable broker, a busy store, a time-out.
public class RetriableException extends CepaException {

  private static final long serialVersionUID = 1L;

  public RetriableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
