package cepa.bench.flat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a site as `./cepa generate` writes it.
///
/// @param root its directory
/// @param sizes bytes of each file, by path relative to `root` with `/` between segments, ascending
public record SiteFiles(Path root, SortedMap<String, Long> sizes) {

  /// Beginning of a page that only leads to another one.
  private static final String REFRESH = "http-equiv=\"refresh\"";

  private static final int REDIRECT_AT_MOST = 2_000;

  public SiteFiles {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /// @throws IllegalArgumentException if there is no site in the directory
  public static SiteFiles in(Path root) {
    SortedMap<String, Long> sizes = new TreeMap<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sizes.put(root.relativize(file).toString().replace('\\', '/'), attributes.size());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the site in " + root + ": " + e, e);
    }
    if (!sizes.containsKey("index.html")) {
      throw new IllegalArgumentException(
          "There is no index.html in " + root + "; write a site with ./cepa generate --out DIR");
    }
    return new SiteFiles(root, sizes);
  }

  public boolean has(String name) {
    return sizes.containsKey(name);
  }

  public long size(String name) {
    Long size = sizes.get(name);
    return size == null ? 0 : size;
  }

  /// Names that end so, ascending.
  public List<String> named(String ending) {
    return sizes.keySet().stream().filter(name -> name.endsWith(ending)).toList();
  }

  /// Pages that have a JSON twin: all but redirects and the few without one.
  public List<String> pagesWithTwin() {
    return named(".html").stream().filter(name -> has(twin(name))).toList();
  }

  /// The twin of `P/index.html` is `P/index.json`, of `x.html` it is `x.json`.
  public static String twin(String page) {
    return page.substring(0, page.length() - "html".length()) + "json";
  }

  /// Whether this body is that of a page that only leads to another one.
  public static boolean isRedirect(String html) {
    return html.length() < REDIRECT_AT_MOST && html.contains(REFRESH);
  }

  public byte[] bytes(String name) {
    try {
      return Files.readAllBytes(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " of the site", e);
    }
  }
}
