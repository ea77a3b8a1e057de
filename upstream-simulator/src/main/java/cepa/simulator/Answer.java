package cepa.simulator;

import cepa.simulator.http.HttpConnection;
import cepa.simulator.http.HttpRequest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One response: collects headers, then sends them with a body, or without one to HEAD.
final class Answer {

  private static final int CHUNK = 1 << 18;
  private static final int DRIPS_PER_SECOND = 5;

  private final HttpRequest request;
  private final HttpConnection connection;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Answer(HttpRequest request, HttpConnection connection) {
    this.request = request;
    this.connection = connection;
    headers.put("Server", "cepa-simulator");
  }

  HttpRequest request() {
    return request;
  }

  void header(String name, String value) {
    headers.put(name, value);
  }

  /// An answer that by its status has no body.
  void empty(int status) throws IOException {
    connection.head(status, headers);
  }

  void text(int status, String text) throws IOException {
    bytes(status, SimulatedDocument.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(int status, String contentType, byte[] body) throws IOException {
    headers.put("Content-Type", contentType);
    headers.put("Content-Length", Integer.toString(body.length));
    connection.head(status, headers);
    if (!isHead()) {
      connection.body(ByteBuffer.wrap(body));
    }
  }

  void file(String contentType, FileChannel file, BodyPlan plan) throws IOException {
    headers.put("Content-Type", contentType);
    headers.put("Content-Length", Long.toString(plan.promised()));
    connection.head(200, headers);
    if (isHead()) {
      return;
    }
    send(file, plan);
    if (plan.breaksPromise()) {
      connection.close();
    }
  }

  private void send(FileChannel file, BodyPlan plan) throws IOException {
    Long rate = plan.bytesPerSecond();
    int largest = rate == null ? CHUNK : Math.clamp(rate / DRIPS_PER_SECOND, 1, CHUNK);
    ByteBuffer buffer = ByteBuffer.allocate(largest);
    boolean silent = !plan.silence().isZero();
    long sent = 0;
    while (sent < plan.sent()) {
      if (silent && sent >= plan.silentAfter()) {
        connection.pause(plan.silence());
        silent = false;
      }
      long next = silent ? plan.silentAfter() : plan.sent();
      buffer.clear().limit((int) Math.min(largest, next - sent));
      int read = file.read(buffer);
      if (read < 0) {
        throw new EOFException("A spooled document became shorter");
      }
      connection.body(buffer.flip());
      sent += read;
      if (rate != null) {
        connection.pause(Duration.ofNanos(read * 1_000_000_000L / rate));
      }
    }
  }

  private boolean isHead() {
    return request.method().equals("HEAD");
  }
}
