package cepa.fetcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Files on loopback as CollecTor serves them: those put in, and a page for each directory.
public final class FileServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Upstream.Answer> files = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  public FileServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// URL of a directory, e.g. `votes/`.
  public URI url(String directory) {
    var address = server.getAddress();
    return URI.create(
        "http://" + address.getHostString() + ":" + address.getPort() + "/" + directory);
  }

  /// Puts a file there, e.g. `votes/2026-…`.
  public FileServer put(String path, String body) {
    return put(path, Upstream.body(body));
  }

  public FileServer put(String path, Upstream.Answer answer) {
    files.put("/" + path, answer);
    return this;
  }

  public void remove(String path) {
    files.remove("/" + path);
  }

  /// The paths asked for so far, without directories.
  public Set<String> loaded() {
    return requests.keySet().stream()
        .filter(path -> !path.endsWith("/"))
        .map(path -> path.substring(1))
        .collect(Collectors.toSet());
  }

  public int requests(String path) {
    AtomicInteger count = requests.get("/" + path);
    return count == null ? 0 : count.get();
  }

  public void forgetRequests() {
    requests.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
    try (exchange) {
      Upstream.Answer answer = files.get(path);
      if (answer == null && path.endsWith("/")) {
        answer = Upstream.body(page(path));
      }
      (answer == null ? Upstream.status(404) : answer).answer(exchange);
    }
  }

  private String page(String path) {
    return files.keySet().stream()
        .filter(file -> file.startsWith(path) && file.length() > path.length())
        .map(file -> file.substring(path.length()))
        .map(name -> "<tr><td><a href=\"" + name + "\">" + name + "</a></td></tr>\n")
        .collect(Collectors.joining("", "<html><a href=\"../\">Parent</a><table>\n", "</table>"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
