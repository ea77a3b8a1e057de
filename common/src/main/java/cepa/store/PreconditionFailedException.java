package cepa.store;

import cepa.error.PermanentException;

/// A conditional put found another object than its condition allowed; nothing was written.
public final class PreconditionFailedException extends PermanentException {

  private static final long serialVersionUID = 1L;

  public PreconditionFailedException(String key) {
    super("Object " + key + " was changed by someone else; read it again and decide anew");
  }
}
