package cepa.edge.route;

import org.jspecify.annotations.Nullable;

/// Decodes the path of a request once, strictly. What is refused here can be no path of any site
/// and is only ever sent to find a hole: encoded slashes, backslashes, control characters, dot
/// segments, empty segments, broken escapes.
public final class RequestPath {

  private static final int MAX_LENGTH = 1_024;

  /// Stands for every byte outside ASCII; no site has such a path, so it is simply not found.
  private static final char FOREIGN = '\uFFFD';

  private RequestPath() {}

  /// @param raw the path as on the request line, without query
  /// @return the decoded path; null if it must be refused
  public static @Nullable String parse(String raw) {
    if (raw.isEmpty() || raw.length() > MAX_LENGTH || raw.charAt(0) != '/') {
      return null;
    }
    String path = raw.indexOf('%') < 0 ? raw : decode(raw);
    return path != null && isClean(path) ? path : null;
  }

  private static @Nullable String decode(String raw) {
    var path = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int value = hex(raw, i + 1) << 4 | hex(raw, i + 2);
        if (value < 0 || value == '/') {
          return null;
        }
        c = value < 0x80 ? (char) value : FOREIGN;
        i += 2;
      }
      path.append(c);
    }
    return path.toString();
  }

  private static int hex(String text, int index) {
    return index < text.length() ? Character.digit(asciiAt(text, index), 16) : -1;
  }

  /// Digits of other scripts are digits to Java, but not to a URL.
  private static char asciiAt(String text, int index) {
    char c = text.charAt(index);
    return c < 0x80 ? c : FOREIGN;
  }

  private static boolean isClean(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '\\') {
        return false;
      }
      if (c == '/' && isBadSegment(path, i + 1)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the segment from `start` is `.`, `..`, or empty without being the last.
  private static boolean isBadSegment(String path, int start) {
    int end = path.indexOf('/', start);
    boolean last = end < 0;
    int length = (last ? path.length() : end) - start;
    return (length == 0 && !last)
        || (length == 1 && path.charAt(start) == '.')
        || (length == 2 && path.startsWith("..", start));
  }
}
