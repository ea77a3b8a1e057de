package cepa.processor.build;

import cepa.error.PermanentException;

/// Another processor tells builds now; this one must end.
public final class FencedException extends PermanentException {

  private static final long serialVersionUID = 1L;

  public FencedException(Throwable cause) {
    super("Another processor has taken over; only one may run. Stop this one or the other", cause);
  }
}
