package cepa.edge.route;

import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import java.util.Arrays;

/// Entries of parts, made by hand.
final class Entries {

  static final String DIGEST = "0123456789abcdef".repeat(4);

  private Entries() {}

  static PageEntry page(String path) {
    return new PageEntry(
        path, "test", "a1".repeat(32), 10, 20, DIGEST, 30, "text/html", "stamp", null);
  }

  static PageEntry redirect(String path, String location) {
    return new PageEntry(path, "test", null, 0, 0, DIGEST, 0, "", "stamp", location);
  }

  static PartRoutes part(PageEntry... entries) {
    return PartRoutes.of(new ManifestPart(Arrays.asList(entries)));
  }
}
