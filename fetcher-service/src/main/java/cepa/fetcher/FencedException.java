package cepa.fetcher;

import cepa.error.PermanentException;

/// Another fetcher has taken over a source; this one must stop fetching it.
public final class FencedException extends PermanentException {

  private static final long serialVersionUID = 1L;

  public FencedException(String source, Throwable cause) {
    super(
        "Another fetcher has taken over source "
            + source
            + "; this one stopped fetching it. Run one fetcher a source, then restart this one if"
            + " it is to be that one",
        cause);
  }
}
