package cepa.standalone.facts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Serves the documents of the golden set as upstream would, directories as listings.
final class GoldenUpstream implements AutoCloseable {

  private static final String DOCUMENTS = "/parity/small/documents.tar.xz";

  private static final String GOLDEN = "/parity/small/golden.json.gz";

  private final HttpServer server;
  private final Path root;

  /// @param directory where the documents are unpacked
  GoldenUpstream(Path directory) throws IOException {
    root = unpack(directory);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /// Where the documents lie.
  Path root() {
    return root;
  }

  /// The options that name it as the source of everything.
  List<String> options() {
    return List.of(
        "--onionoo-details-url", url("/details"),
        "--onionoo-uptime-url", url("/uptime"),
        "--onionoo-bandwidth-url", url("/bandwidth"),
        "--aroi-url", url("/latest.json"),
        "--collector-url", url(""));
  }

  /// The golden file of the documents.
  static Path golden(Path directory) throws IOException {
    Path golden = directory.resolve("golden.json.gz");
    try (InputStream in = GoldenUpstream.class.getResourceAsStream(GOLDEN)) {
      Files.copy(Objects.requireNonNull(in), golden);
    }
    return golden;
  }

  private static Path unpack(Path directory) throws IOException {
    try (InputStream packed = GoldenUpstream.class.getResourceAsStream(DOCUMENTS);
        var tar = new TarArchiveInputStream(new XZInputStream(Objects.requireNonNull(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("Outside of the directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
        }
      }
    }
    try (Stream<Path> content = Files.list(directory)) {
      return content.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path wanted = root.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
      Path document = Files.exists(wanted) ? wanted : wanted.resolveSibling(name(wanted) + ".json");
      if (!document.startsWith(root) || !Files.exists(document)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = Files.isDirectory(document) ? listing(document) : Files.readAllBytes(document);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static byte[] listing(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      List<Path> files = content.sorted(Comparator.naturalOrder()).toList();
      StringBuilder page = new StringBuilder("<html><body><table>\n");
      for (Path file : files) {
        String name = name(file) + (Files.isDirectory(file) ? "/" : "");
        page.append("<tr><td><a href=\"")
            .append(name)
            .append("\">")
            .append(name)
            .append("</a></td><td align=\"right\">2026-08-22 15:00  </td></tr>\n");
      }
      return page.append("</table></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
