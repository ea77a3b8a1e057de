package cepa.renderer.stage;

import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The same shard of the base build.
///
/// @param pages its entries by path
/// @param sameCode whether the same code made it: only then do equal stamps mean equal pages
record BaseShard(Map<String, PageEntry> pages, boolean sameCode) {

  static BaseShard none() {
    return new BaseShard(Map.of(), false);
  }

  static BaseShard of(ManifestPart part, boolean sameCode) {
    Map<String, PageEntry> pages = HashMap.newHashMap(part.pages().size());
    part.pages().forEach(entry -> pages.put(entry.path(), entry));
    return new BaseShard(pages, sameCode);
  }

  @Nullable PageEntry get(String path) {
    return pages.get(path);
  }

  /// The entry of a path if it may be kept as it is, else null.
  @Nullable PageEntry unchanged(String path, String family, String stamp) {
    PageEntry entry = sameCode ? pages.get(path) : null;
    boolean same = entry != null && entry.stamp().equals(stamp) && entry.family().equals(family);
    return same ? entry : null;
  }
}
