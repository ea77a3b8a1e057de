package cepa.store;

import cepa.store.directory.DirectoryStore;
import cepa.store.s3.S3Store;

/// Opens the configured store.
public final class ObjectStores {

  private ObjectStores() {}

  /// @throws cepa.error.PermanentException if a directory is chosen and cannot be used; a bucket is
  ///   not asked for before the first call
  public static ObjectStore open(StoreSettings settings) {
    return switch (settings.kind()) {
      case DIRECTORY -> new DirectoryStore(settings.directory());
      case S3 -> new S3Store(settings.s3());
    };
  }
}
