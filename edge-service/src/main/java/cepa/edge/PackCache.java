package cepa.edge;

import cepa.build.BuildStore;
import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/// Packs, whole, in memory: few, immutable, and each holds hundreds of pages. However many readers
/// want a pack at once, it is fetched once.
final class PackCache {

  private final ObjectStore store;
  private final SingleFlight<byte[]> packs;

  PackCache(ObjectStore store, DataSize limit) {
    this.store = store;
    this.packs = new SingleFlight<>(limit.toBytes(), (key, pack) -> pack.length, this::fetch);
  }

  /// The bytes of a pack; not to be changed.
  ///
  /// @throws PermanentException if it is missing or is not what its name says
  /// @throws cepa.error.RetriableException if the store cannot be reached
  byte[] pack(String sha256) {
    return packs
        .get(sha256)
        .orElseThrow(() ->
            new PermanentException(
                "Pack "
                    + sha256
                    + " is missing from the object store; roll back, or build the"
                    + " site in full"));
  }

  CacheStats stats() {
    return packs.stats();
  }

  /// Bytes held.
  long bytes() {
    return packs.weight();
  }

  private Optional<byte[]> fetch(String sha256) {
    Optional<byte[]> pack =
        store.get(BuildStore.packKey(sha256)).map(ObjectStore.StoredObject::body);
    if (pack.isPresent() && !Sha256.hex(pack.get()).equals(sha256)) {
      throw new PermanentException(
          "Pack "
              + sha256
              + " is damaged: its bytes have another digest; delete it and build the"
              + " site in full");
    }
    return pack;
  }
}
