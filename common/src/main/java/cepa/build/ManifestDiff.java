package cepa.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What differs between two builds.
///
/// @param changes by path
/// @param pages paths in the later build
public record ManifestDiff(List<Change> changes, long pages) {

  public ManifestDiff {
    changes = List.copyOf(changes);
  }

  /// How a path differs.
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /// One path.
  public record Change(Kind kind, String path, String family) {}

  /// Compares the manifests of two builds; parts they share are not even read.
  public static ManifestDiff between(BuildStore store, BuildManifest one, BuildManifest other) {
    Map<String, PageEntry> before = pages(store, one, other);
    Map<String, PageEntry> after = pages(store, other, one);
    List<Change> changes = new ArrayList<>();
    TreeMap<String, PageEntry> all = new TreeMap<>(before);
    all.putAll(after);
    all.forEach((path, page) -> {
      PageEntry old = before.get(path);
      PageEntry now = after.get(path);
      if (old == null) {
        changes.add(new Change(Kind.ADDED, path, page.family()));
      } else if (now == null) {
        changes.add(new Change(Kind.REMOVED, path, page.family()));
      } else if (!old.sha256().equals(now.sha256()) || !old.type().equals(now.type())) {
        changes.add(new Change(Kind.CHANGED, path, page.family()));
      }
    });
    return new ManifestDiff(changes, other.pages());
  }

  private static Map<String, PageEntry> pages(
      BuildStore store, BuildManifest of, BuildManifest except) {
    Map<String, PageEntry> pages = new TreeMap<>();
    of.parts().stream()
        .filter(part -> !except.parts().contains(part))
        .forEach(part -> store.part(part).pages().forEach(p -> pages.put(p.path(), p)));
    return pages;
  }

  /// Differing paths by page family.
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    changes.forEach(change -> counts.merge(change.family(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }
}
