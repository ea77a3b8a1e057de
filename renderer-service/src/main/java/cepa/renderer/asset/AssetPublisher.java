package cepa.renderer.asset;

import cepa.build.BuildStore;
import cepa.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Puts the assets into the store, if they are not there or were put long ago: the garbage
/// collector goes by their age. Safe for many threads.
public final class AssetPublisher {

  private static final Duration REFRESH_AFTER = Duration.ofDays(1);

  private final ObjectStore store;
  private final Assets assets;
  private final Clock clock;
  private @Nullable String publishedFor;

  public AssetPublisher(ObjectStore store, Assets assets, Clock clock) {
    this.store = store;
    this.assets = assets;
    this.clock = clock;
  }

  /// Looks once a build.
  public synchronized void publish(String build) {
    if (build.equals(publishedFor)) {
      return;
    }
    Instant old = clock.instant().minus(REFRESH_AFTER);
    for (Assets.Asset asset : assets.all()) {
      String key = BuildStore.assetKey(asset.published());
      if (store.head(key).filter(known -> known.lastModified().isAfter(old)).isEmpty()) {
        store.put(key, asset.content(), asset.type());
      }
    }
    publishedFor = build;
  }
}
