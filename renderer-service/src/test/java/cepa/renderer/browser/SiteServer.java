package cepa.renderer.browser;

import cepa.renderer.asset.Assets;
import cepa.renderer.pages.RenderedSite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Files on loopback as a plain static host has them; pages come with the strictest policy that an
/// edge sends.
final class SiteServer implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final AtomicLong bytesOfJson = new AtomicLong();
  private final HttpServer server;

  SiteServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  SiteServer with(RenderedSite site) {
    files.putAll(site.pages());
    files.putAll(site.twins());
    files.putAll(site.documents());
    for (Assets.Asset asset : site.assets().all()) {
      files.put("/assets/" + asset.published(), asset.content());
    }
    return this;
  }

  SiteServer with(Map<String, byte[]> more) {
    files.putAll(more);
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// Bytes of JSON sent since this was last asked.
  long bytesOfJson() {
    return bytesOfJson.getAndSet(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] file = files.get(path);
      String extension = path.substring(path.lastIndexOf('.') + 1);
      exchange
          .getResponseHeaders()
          .set("Content-Type", TYPES.getOrDefault(extension, "text/html; charset=utf-8"));
      if (!path.equals("/search/")) {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      }
      if (file == null) {
        byte[] nothing = {'-'};
        exchange.sendResponseHeaders(404, nothing.length);
        exchange.getResponseBody().write(nothing);
        return;
      }
      if (extension.equals("json")) {
        bytesOfJson.addAndGet(file.length);
      }
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
