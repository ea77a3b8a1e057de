package cepa.error;

import org.jspecify.annotations.Nullable;

/// Base of all failures of our own. The message says what failed, where, and what to do about it.
public abstract class CepaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected CepaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
