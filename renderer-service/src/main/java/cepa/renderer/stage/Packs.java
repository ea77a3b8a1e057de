package cepa.renderer.stage;

import cepa.build.BuildStore;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Map;

/// Packs in the store. Their sizes are remembered, since packs never change and every shard asks
/// for those it keeps pages in. Safe for many threads.
final class Packs {

  private static final int REMEMBERED = 10_000;
  private static final String TYPE = "application/octet-stream";

  private final ObjectStore store;
  private final Map<String, Long> sizes =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  Packs(ObjectStore store) {
    this.store = store;
  }

  /// Puts a pack, whether it is there or not: that refreshes its age, by which garbage is told.
  void put(String sha256, byte[] body) {
    store.put(BuildStore.packKey(sha256), body, TYPE);
    remember(sha256, body.length);
  }

  long size(String sha256) {
    synchronized (sizes) {
      Long known = sizes.get(sha256);
      if (known != null) {
        return known;
      }
    }
    long size = store.head(BuildStore.packKey(sha256)).orElseThrow(() -> missing(sha256)).size();
    remember(sha256, size);
    return size;
  }

  byte[] read(String sha256) {
    return store.get(BuildStore.packKey(sha256)).orElseThrow(() -> missing(sha256)).body();
  }

  private void remember(String sha256, long size) {
    synchronized (sizes) {
      sizes.put(sha256, size);
    }
  }

  private static PermanentException missing(String sha256) {
    return new PermanentException(
        "Pack "
            + sha256
            + " of the base build is missing from the object store: ask for a full build");
  }
}
