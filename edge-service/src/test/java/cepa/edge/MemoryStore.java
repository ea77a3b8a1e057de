package cepa.edge;

import cepa.error.RetriableException;
import cepa.store.ObjectStore;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import cepa.store.StoreKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A store in memory that can be made unreachable, and that counts its reads.
final class MemoryStore implements ObjectStore {

  private final ConcurrentSkipListMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();
  private final AtomicInteger tags = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  volatile boolean down;

  @Override
  public Optional<StoredObject> get(String key) {
    reach();
    reads.incrementAndGet();
    return Optional.ofNullable(objects.get(StoreKey.require(key)));
  }

  @Override
  public Optional<byte[]> getRange(String key, long offset, int length) {
    return get(key).map(o -> Arrays.copyOfRange(o.body(), (int) offset, (int) offset + length));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    reach();
    return Optional.ofNullable(objects.get(key))
        .map(o -> new ObjectInfo(key, o.body().length, Instant.EPOCH, o.etag()));
  }

  @Override
  public synchronized String put(
      String key, byte[] body, String contentType, PutCondition condition) {
    reach();
    StoredObject before = objects.get(StoreKey.require(key));
    boolean holds =
        switch (condition) {
          case PutCondition.Always _ -> true;
          case PutCondition.Absent _ -> before == null;
          case PutCondition.IfMatch match -> before != null && match.etag().equals(before.etag());
        };
    if (!holds) {
      throw new PreconditionFailedException(key);
    }
    String tag = "t" + tags.incrementAndGet();
    objects.put(key, new StoredObject(body, tag));
    return tag;
  }

  @Override
  public void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  @Override
  public void list(String prefix, Consumer<ObjectInfo> visitor) {
    objects.tailMap(prefix).entrySet().stream()
        .takeWhile(e -> e.getKey().startsWith(prefix))
        .forEach(e -> head(e.getKey()).ifPresent(visitor));
  }

  @Override
  public void close() {}

  private void reach() {
    if (down) {
      throw new RetriableException("The store is down", null);
    }
  }
}
