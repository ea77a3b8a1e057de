package cepa.simulator.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a handler writes an answer to: the bare connection, so that it can also write a wrong one.
public final class HttpConnection {

  private final SocketChannel channel;
  private final CountDownLatch closing;

  HttpConnection(SocketChannel channel, CountDownLatch closing) {
    this.channel = channel;
    this.closing = closing;
  }

  /// Writes the status line and the headers.
  public void head(int status, Map<String, String> headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    body(ByteBuffer.wrap(head.toString().getBytes(StandardCharsets.ISO_8859_1)));
  }

  public void body(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Waits as a fault demands; returns at once when the server is closed.
  public void pause(Duration time) throws IOException {
    try {
      if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("The server was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The server was closed", e);
    }
  }

  public void close() throws IOException {
    channel.close();
  }

  /// Closes with a reset in place of a goodbye.
  public void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  boolean isOpen() {
    return channel.isOpen();
  }
}
