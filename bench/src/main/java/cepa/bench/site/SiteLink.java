package cepa.bench.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a link of a page leads within its site.
///
/// @param name file relative to the site; a directory's is its `index.html`
/// @param fragment id on the page it leads to; empty for none
record SiteLink(String name, String fragment) {

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final String INDEX = "index.html";

  /// @param page file the link is on
  /// @return null if it leads out of the site
  static @Nullable SiteLink of(String page, String link) {
    if (link.startsWith("//") || SCHEME.matcher(link).matches()) {
      return null;
    }
    int hash = link.indexOf('#');
    String fragment = hash < 0 ? "" : decoded(link.substring(hash + 1));
    String rest = hash < 0 ? link : link.substring(0, hash);
    int query = rest.indexOf('?');
    String path = decoded(query < 0 ? rest : rest.substring(0, query));
    return new SiteLink(path.isEmpty() ? page : file(page, path), fragment);
  }

  private static String file(String page, String path) {
    Deque<String> segments = new ArrayDeque<>();
    if (!path.startsWith("/")) {
      int slash = page.lastIndexOf('/');
      push(segments, slash < 0 ? "" : page.substring(0, slash));
    }
    push(segments, path);
    String name = String.join("/", segments);
    boolean directory = path.endsWith("/") || path.endsWith(".") || name.isEmpty();
    return directory ? (name.isEmpty() ? INDEX : name + "/" + INDEX) : name;
  }

  private static void push(Deque<String> segments, String path) {
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
  }

  private static String decoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
