package cepa.renderer;

import cepa.store.StoreKey;
import java.util.function.Supplier;

/// One path of the site and what is there. Paths are absolute and canonical: a directory ends with
/// `/`, every segment follows [StoreKey].
public sealed interface SitePath {

  String path();

  /// An HTML page with its JSON twin: the twin of `P/` is `P/index.json`, of `x.html` it is
  /// `x.json`.
  ///
  /// @param path absolute path, e.g. `/country/DE/`
  /// @param template class path name of the template without `.peb`, e.g.
  ///   `cepa/renderer/pages/country/country`
  /// @param object whether it is the (first) page of an object that the model counts, e.g. of a
  ///   relay
  /// @param view makes what template and twin show; pure, called at most once
  record Page(String path, String template, boolean object, Supplier<? extends PageView> view)
      implements SitePath {
    public Page {
      requirePath(path);
    }

    /// Path of the JSON twin.
    public String twin() {
      return path.endsWith("/")
          ? path + "index.json"
          : path.substring(0, path.lastIndexOf('.')) + ".json";
    }

    /// Path of a file that belongs to the page, such as one of its tables.
    public String beside(String file) {
      return (path.endsWith("/") ? path : path.substring(0, path.lastIndexOf('.')) + "/") + file;
    }

    /// The last part of the template's name: pages of one name have twins of one shape.
    public String shape() {
      return template.substring(template.lastIndexOf('/') + 1);
    }
  }

  /// A file that is not a page: sitemap, robots.txt.
  ///
  /// @param path absolute path
  /// @param type media type, e.g. `application/xml`
  /// @param content makes the bytes; pure, called at most once a shard
  record Document(String path, String type, Supplier<byte[]> content) implements SitePath {
    public Document {
      requirePath(path);
    }
  }

  /// A path that leads to another one for good.
  ///
  /// @param path absolute path
  /// @param target absolute path of a page
  record Redirect(String path, String target) implements SitePath {
    public Redirect {
      requirePath(path);
      requirePath(target);
    }
  }

  private static void requirePath(String path) {
    boolean root = path.equals("/");
    String key = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!root && (!path.startsWith("/") || !StoreKey.isValid(key.substring(1)))) {
      throw new IllegalArgumentException("Not a path of the site: " + path);
    }
  }
}
