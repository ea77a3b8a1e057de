package cepa.fetcher.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A response body as a stream whose every read has two limits: how long without a byte, and until
/// when at all. The client's own stream would wait for ever.
final class TimedBody extends InputStream implements BodySubscriber<TimedBody> {

  /// Buffers asked for ahead of the reader: enough to keep the connection busy, and a bound on
  /// memory.
  private static final int AHEAD = 16;

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final long idleNanos;
  private final long deadline;
  private Flow.@Nullable Subscription subscription;
  private boolean closed;
  private Part current = Part.of(List.of());
  private int next;
  private long bytes;

  /// @param deadline as [System#nanoTime()]
  TimedBody(long idleNanos, long deadline) {
    this.idleNanos = idleNanos;
    this.deadline = deadline;
  }

  /// Bytes read so far, as they came over the wire.
  long bytes() {
    return bytes;
  }

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    parts.add(Part.of(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    parts.add(new Part(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    parts.add(new Part(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    ByteBuffer buffer = buffer();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(into, offset, count);
    bytes += count;
    return count;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private synchronized void requestNext() {
    if (subscription != null && !closed) {
      subscription.request(1);
    }
  }

  /// The buffer to read from; null at the end.
  private @Nullable ByteBuffer buffer() throws IOException {
    while (true) {
      while (next < current.buffers.size()) {
        ByteBuffer buffer = current.buffers.get(next);
        if (buffer.hasRemaining()) {
          return buffer;
        }
        next++;
      }
      if (current.last) {
        if (current.failure != null) {
          throw new IOException(describe(current.failure), current.failure);
        }
        return null;
      }
      current = await();
      next = 0;
    }
  }

  private Part await() throws IOException {
    long remaining = deadline - System.nanoTime();
    try {
      Part part = parts.poll(Math.min(idleNanos, Math.max(remaining, 0)), TimeUnit.NANOSECONDS);
      if (part == null || deadline - System.nanoTime() <= 0) {
        close();
        throw new HttpTimeoutException(
            remaining <= idleNanos
                ? "the body was not complete within the total time"
                : "no byte came for " + TimeUnit.NANOSECONDS.toMillis(idleNanos) + " ms");
      }
      requestNext();
      return part;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static String describe(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /// What the client delivered in one go.
  private record Part(List<ByteBuffer> buffers, boolean last, @Nullable Throwable failure) {
    static Part of(List<ByteBuffer> buffers) {
      return new Part(buffers, false, null);
    }
  }
}
