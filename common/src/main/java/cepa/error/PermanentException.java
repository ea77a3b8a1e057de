package cepa.error;

import org.jspecify.annotations.Nullable;

/// A failure that stays until someone changes something: bad configuration, damaged data, refused
/// credentials.
public class PermanentException extends CepaException {

  private static final long serialVersionUID = 1L;

  public PermanentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public PermanentException(String message) {
    this(message, null);
  }
}
