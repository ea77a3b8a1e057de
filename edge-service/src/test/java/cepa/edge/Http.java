package cepa.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// A client that sends exactly what a test says, also what no library would send.
final class Http {

  private Http() {}

  static Reply get(int port, String target, String... headers) {
    return send(port, "GET", target, headers);
  }

  static Reply send(int port, String method, String target, String... headers) {
    boolean hasHost = Arrays.stream(headers).anyMatch(h -> h.startsWith("Host:"));
    var request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
    if (!hasHost) {
      request.append("Host: localhost\r\n");
    }
    List.of(headers).forEach(h -> request.append(h).append("\r\n"));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      return Reply.of(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param headers by lower-case name
  record Reply(int status, Map<String, String> headers, byte[] bytes) {

    static Reply of(byte[] all) {
      String text = new String(all, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (end < 0) {
        throw new IllegalStateException("Not an answer: " + text);
      }
      String[] lines = text.substring(0, end).split("\r\n");
      Map<String, String> headers = new TreeMap<>();
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(':');
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
      return new Reply(
          Integer.parseInt(lines[0].split(" ")[1]),
          headers,
          Arrays.copyOfRange(all, end + 4, all.length));
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The body as a reader sees it.
    String text() {
      try {
        byte[] plain =
            header("content-encoding").equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                : bytes;
        return new String(plain, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
