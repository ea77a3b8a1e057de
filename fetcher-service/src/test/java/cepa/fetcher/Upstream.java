package cepa.fetcher;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// An upstream on loopback that answers as it is told: the answers in order, the last one for ever.
public final class Upstream implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Headers> requests = new CopyOnWriteArrayList<>();
  private volatile List<Answer> answers = List.of();
  private final AtomicInteger next = new AtomicInteger();

  public Upstream(Answer... answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    answers(answers);
  }

  public void answers(Answer... list) {
    answers = List.of(list);
    next.set(0);
  }

  public URI url() {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + "/details");
  }

  /// The headers of all requests so far.
  public List<Headers> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestHeaders());
    List<Answer> list = answers;
    try (exchange) {
      list.get(Math.min(next.getAndIncrement(), list.size() - 1)).answer(exchange);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /// One way to answer.
  @FunctionalInterface
  public interface Answer {
    void answer(HttpExchange exchange) throws IOException;

    default Answer with(String header, String value) {
      return exchange -> {
        exchange.getResponseHeaders().add(header, value);
        answer(exchange);
      };
    }
  }

  public static Answer body(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  public static Answer chunked(String text) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().close();
    };
  }

  public static Answer gzip(byte[] text) {
    byte[] packed = packed(text);
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, packed.length);
      exchange.getResponseBody().write(packed);
    };
  }

  /// A body that breaks off after half of what was announced.
  public static Answer cutShort(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  /// The first half, nothing for a while, the rest; or nothing more if the test is over by then.
  public Answer stalled(String text, long millis) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      OutputStream out = exchange.getResponseBody();
      out.write(bytes, 0, bytes.length / 2);
      out.flush();
      if (!closesWithin(millis)) {
        out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
      }
    };
  }

  /// One byte every few milliseconds, for ever.
  public Answer drip(long millis) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      while (!closesWithin(millis)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    };
  }

  /// No answer at all.
  public Answer silence() {
    return _ -> closesWithin(60_000);
  }

  private boolean closesWithin(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  public static byte[] packed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
