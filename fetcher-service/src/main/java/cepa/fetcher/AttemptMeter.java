package cepa.fetcher;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Counts what one attempt cost, for status and metrics. Safe for several threads: a source may
/// load many documents at once.
public final class AttemptMeter {

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private volatile @Nullable Integer httpStatus;

  /// A request is about to be made.
  public void request() {
    requests.incrementAndGet();
    httpStatus = null;
  }

  /// The request was answered with this HTTP status.
  public void answered(int status) {
    httpStatus = status;
  }

  /// So many further bytes of a body arrived, decoded.
  public void received(long count) {
    bytes.addAndGet(count);
  }

  public int requests() {
    return requests.get();
  }

  public long bytes() {
    return bytes.get();
  }

  /// HTTP status of the last request; null if it was not answered.
  public @Nullable Integer httpStatus() {
    return httpStatus;
  }
}
