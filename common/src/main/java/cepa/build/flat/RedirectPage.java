package cepa.build.flat;

import cepa.error.PermanentException;
import cepa.store.StoreKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A page that leads to another one where there is no server to say so.
final class RedirectPage {

  private static final String SLOT = "{{target}}";

  private final String prefix;
  private final String page = page();

  /// @param prefix what every link of the site begins with; empty at the root
  RedirectPage(String prefix) {
    this.prefix = prefix;
    if (!prefix.isEmpty()) {
      requirePath(prefix);
    }
  }

  /// @param location absolute path of a page of the site
  byte[] to(String location) {
    requirePath(location);
    return page.replace(SLOT, prefix + location).getBytes(StandardCharsets.UTF_8);
  }

  /// Such a path needs no escaping: it has letters, digits, `.`, `_`, `-` and `/` only.
  private static void requirePath(String path) {
    boolean directory = path.length() > 1 && path.endsWith("/");
    String key = path.substring(0, path.length() - (directory ? 1 : 0));
    if (!path.equals("/") && !(key.startsWith("/") && StoreKey.isValid(key.substring(1)))) {
      throw new PermanentException("A redirect of the build does not lead to a path of the site");
    }
  }

  private static String page() {
    try (InputStream in = RedirectPage.class.getResourceAsStream("redirect.html")) {
      if (in == null) {
        throw new IllegalStateException("Resource cepa/build/flat/redirect.html is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
