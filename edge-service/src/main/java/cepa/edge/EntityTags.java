package cepa.edge;

import java.util.Enumeration;

/// Entity tags: the digest of the content, and whether a client has it already.
final class EntityTags {

  private EntityTags() {}

  /// The strong tag of a body in one encoding; the same bytes always have the same tag.
  static String of(String sha256, boolean gzip) {
    return gzip ? '"' + sha256 + "-gzip\"" : '"' + sha256 + '"';
  }

  /// Whether one of the `If-None-Match` headers names `tag` or is `*`; compared weakly, as a cache
  /// on the way may have marked the tag as weak.
  static boolean match(Enumeration<String> headers, String tag) {
    while (headers.hasMoreElements()) {
      if (matches(headers.nextElement(), tag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String header, String tag) {
    if (header.strip().equals("*")) {
      return true;
    }
    int open = header.indexOf('"');
    while (open >= 0) {
      int close = header.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      if (close + 1 - open == tag.length() && header.startsWith(tag, open)) {
        return true;
      }
      open = header.indexOf('"', close + 1);
    }
    return false;
  }
}
