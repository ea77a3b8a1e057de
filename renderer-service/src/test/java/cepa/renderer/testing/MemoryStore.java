package cepa.renderer.testing;

import cepa.store.ObjectStore;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import cepa.store.StoreKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Objects in memory; remembers in which order what was put, and fails when told to.
public final class MemoryStore implements ObjectStore {

  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final List<String> puts = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable RuntimeException failure;

  /// Keys put since the last call, in order.
  public List<String> takePuts() {
    synchronized (puts) {
      List<String> taken = List.copyOf(puts);
      puts.clear();
      return taken;
    }
  }

  /// What every operation throws from now on; null: none.
  public void failWith(@Nullable RuntimeException e) {
    failure = e;
  }

  @Override
  public Optional<StoredObject> get(String key) {
    check();
    return Optional.ofNullable(objects.get(key)).map(body -> new StoredObject(body, tag(body)));
  }

  @Override
  public Optional<byte[]> getRange(String key, long offset, int length) {
    check();
    int from = Math.toIntExact(offset);
    return Optional.ofNullable(objects.get(key))
        .map(body -> Arrays.copyOfRange(body, from, from + length));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    check();
    return Optional.ofNullable(objects.get(key))
        .map(body -> new ObjectInfo(key, body.length, Instant.now(), tag(body)));
  }

  @Override
  public String put(String key, byte[] body, String contentType, PutCondition condition) {
    check();
    if (condition instanceof PutCondition.Absent && objects.containsKey(key)) {
      throw new PreconditionFailedException(key);
    }
    puts.add(key);
    objects.put(StoreKey.require(key), body.clone());
    return tag(body);
  }

  @Override
  public void delete(Collection<String> keys) {
    check();
    objects.keySet().removeAll(keys);
  }

  @Override
  public void list(String prefix, Consumer<ObjectInfo> visitor) {
    check();
    objects.tailMap(prefix).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> head(key).ifPresent(visitor));
  }

  @Override
  public void close() {}

  private void check() {
    if (failure != null) {
      throw failure;
    }
  }

  private static String tag(byte[] body) {
    return Integer.toHexString(Arrays.hashCode(body));
  }
}
