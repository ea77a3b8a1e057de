package cepa.testing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Runs `infra/cdn/nginx.conf` as it is, but for its addresses, before an edge that counts
/// requests.
@Tag("system")
@EnabledIf(value = "nginxIsInstalled", disabledReason = "nginx is not installed on this machine")
class CdnCacheIT {

  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final String BROWSERS = "public, max-age=0, must-revalidate";

  private final Map<String, String> sharedControl = new ConcurrentHashMap<>();
  private final Map<String, String> hosts = new ConcurrentHashMap<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final HttpServer edge;
  private final Process nginx;
  private final int port;

  static boolean nginxIsInstalled() {
    return Files.isExecutable(NGINX);
  }

  CdnCacheIT(@TempDir Path directory) throws IOException {
    edge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    edge.createContext("/", this::answer);
    edge.start();
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String configuration =
        ProjectFiles.read("infra/cdn/nginx.conf")
            .replace("/tmp/", directory + "/")
            .replace("edge:8080", "127.0.0.1:" + edge.getAddress().getPort())
            .replace("resolver 127.0.0.11 valid=5s ipv6=off;", "")
            .replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
            .replace("/var/cache/nginx", directory.resolve("cache").toString());
    Files.createDirectories(directory.resolve("cache"));
    Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
    // Started by root, the workers would become a user who cannot read the temporary directory.
    String user = System.getProperty("user.name").equals("root") ? " user root;" : "";
    nginx =
        new ProcessBuilder(NGINX.toString(), "-c", file.toString(), "-g", "daemon off;" + user)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("nginx.log").toFile())
            .start();
  }

  @BeforeEach
  void waitUntilNginxAnswers() {
    await().ignoreExceptions().until(() -> get("/cdn-health", "site.example").status() == 204);
  }

  @AfterEach
  void stop() throws Exception {
    nginx.destroy();
    assertThat(nginx.waitFor(10, TimeUnit.SECONDS)).isTrue();
    edge.stop(0);
  }

  @Test
  void page_isKeptAsTheEdgeTellsCdns_andBrowsersAreToldTheirOwn() throws Exception {
    sharedControl.put("/relay/", "public, max-age=1800, stale-while-revalidate=3600");

    var first = get("/relay/", "site.example");
    var second = get("/relay/?utm=x", "site.example");

    assertThat(second.body()).isEqualTo(first.body()).isEqualTo("/relay/ 1");
    assertThat(second.headers())
        .containsEntry("x-cache", "HIT")
        .containsEntry("cache-control", BROWSERS)
        .doesNotContainKeys("cdn-cache-control", "x-browser-cache-control");
    assertThat(hosts).containsEntry("/relay/", "site.example");
  }

  @Test
  void search_isNeverKept() throws Exception {
    sharedControl.put("/search", "no-store");

    assertThat(get("/search?q=a", "site.example").body()).isEqualTo("/search?q=a 1");
    assertThat(get("/search?q=a", "site.example").body()).isEqualTo("/search?q=a 2");
  }

  @Test
  void preview_isNeverKeptNorMixedWithTheSite() throws Exception {
    sharedControl.put("/", "public, max-age=1800");

    assertThat(get("/", "b1.preview.example").body()).isEqualTo("/ 1");
    assertThat(get("/", "b1.preview.example").body()).isEqualTo("/ 2");
    assertThat(get("/", "site.example").body()).isEqualTo("/ 3");
    assertThat(get("/", "site.example").body()).isEqualTo("/ 3");
  }

  @Test
  void outage_isBridgedByTheStalePage() throws Exception {
    sharedControl.put("/", "public, max-age=1, stale-if-error=600");
    assertThat(get("/", "site.example").body()).isEqualTo("/ 1");

    edge.stop(0);

    await()
        .untilAsserted(() -> {
          var answer = get("/", "site.example");
          assertThat(answer.headers()).containsEntry("x-cache", "STALE");
          assertThat(answer.body()).isEqualTo("/ 1");
        });
    assertThat(get("/other", "site.example").status()).isEqualTo(502);
  }

  /// An answer; header names in lower case.
  private record Answer(int status, Map<String, String> headers, String body) {}

  /// One request on a plain socket, because the JDK's client does not let us choose the host name.
  private Answer get(String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String[] parts = text.split("\r\n\r\n", 2);
      String[] lines = parts[0].split("\r\n");
      var headers = new TreeMap<String, String>();
      for (String line : Arrays.asList(lines).subList(1, lines.length)) {
        String[] header = line.split(": ", 2);
        String before =
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length > 1 ? header[1] : "");
        assertThat(before).as("second " + header[0]).isNull();
      }
      return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int count = requests.merge(exchange.getRequestURI().toString(), 1, Integer::sum);
    hosts.put(path, exchange.getRequestHeaders().getFirst("Host"));
    exchange.getResponseHeaders().set("Cache-Control", BROWSERS);
    exchange.getResponseHeaders().set("CDN-Cache-Control", sharedControl.get(path));
    byte[] body = (exchange.getRequestURI() + " " + count).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
