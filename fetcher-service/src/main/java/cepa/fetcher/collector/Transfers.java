package cepa.fetcher.collector;

import cepa.error.RetriableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/// Transfers of one attempt: a few at a time, and one deadline for all of them. When it is closed
/// no transfer runs any more.
final class Transfers implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places;
  private final Duration total;
  private final long deadline;

  /// @param parallel how many may run at a time
  /// @param total how long all of them may take, from now on
  Transfers(int parallel, Duration total) {
    this.places = new Semaphore(parallel);
    this.total = total;
    this.deadline = System.nanoTime() + total.toNanos();
  }

  /// What is left of the time, never nothing.
  Duration remaining() {
    return Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1_000_000));
  }

  <T> Future<T> start(Callable<T> transfer) {
    Map<String, String> mdc = MDC.getCopyOfContextMap();
    return threads.submit(() -> {
      places.acquire();
      try {
        if (mdc != null) {
          MDC.setContextMap(mdc);
        }
        return transfer.call();
      } finally {
        places.release();
      }
    });
  }

  /// What a transfer brought.
  ///
  /// @throws RetriableException if it has not ended by the deadline; and whatever it threw itself
  <T> T await(Future<T> transfer) throws InterruptedException {
    try {
      return transfer.get(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      transfer.cancel(true);
      throw new RetriableException(
          "not loaded within " + total.toSeconds() + " s, the total-timeout of all files", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new RetriableException("a transfer was interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
