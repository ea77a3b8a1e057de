package cepa.simulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads requests from a connection, one after the other.
final class RequestReader {

  private static final int LARGEST_HEAD = 1 << 14;
  private static final int LARGEST_BODY = 1 << 20;

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_HEAD).flip();

  RequestReader(SocketChannel channel) {
    this.channel = channel;
  }

  /// The next request; empty when the client closed the connection between two.
  Optional<HttpRequest> next() throws IOException {
    String head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = head.lines().toList();
    String[] first = lines.getFirst().split(" ");
    if (first.length != 3 || !first[2].startsWith("HTTP/1.")) {
      throw new IOException("Not a request of HTTP/1: " + lines.getFirst());
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    String path = first[1].split("\\?", 2)[0];
    byte[] body = body(length(headers.getOrDefault("content-length", "0")));
    return Optional.of(new HttpRequest(first[0], path, Map.copyOf(headers), body));
  }

  private static int length(String header) throws IOException {
    if (!header.matches("\\d{1,9}") || Integer.parseInt(header) > LARGEST_BODY) {
      throw new IOException("A body of " + header + " bytes is not taken here");
    }
    return Integer.parseInt(header);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      if (!buffer.hasRemaining() && !fill()) {
        if (head.isEmpty()) {
          return "";
        }
        throw new EOFException("The client closed in the middle of a request");
      }
      if (head.length() == LARGEST_HEAD) {
        throw new IOException("The head of the request is larger than " + LARGEST_HEAD);
      }
      head.append(nextLine());
    }
    return head.toString();
  }

  /// Up to the next line feed, or what there is.
  private String nextLine() {
    int start = buffer.position();
    while (buffer.hasRemaining() && buffer.get() != '\n') {
      // the position moves on
    }
    return new String(
        buffer.array(), start, buffer.position() - start, StandardCharsets.ISO_8859_1);
  }

  private byte[] body(int length) throws IOException {
    byte[] body = new byte[length];
    int read = 0;
    while (read < length) {
      if (!buffer.hasRemaining() && !fill()) {
        throw new EOFException("The client closed in the middle of a body");
      }
      int part = Math.min(length - read, buffer.remaining());
      buffer.get(body, read, part);
      read += part;
    }
    return body;
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    buffer.flip();
    return read > 0;
  }
}
