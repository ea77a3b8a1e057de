package cepa.renderer.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Pieces of pages rendered once a model, by template and identity of the value shown: the row of a
/// relay is the same in every list. Bounded: once full, further pieces are rendered each time. Safe
/// for many threads.
public final class Fragments {

  /// What an entry costs beside its bytes, roughly.
  private static final int OVERHEAD = 160;

  private final Map<Key, Fragment> known = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final long limit;

  /// @param limit bytes kept at most; 0 keeps nothing
  public Fragments(long limit) {
    this.limit = limit;
  }

  /// Bytes kept.
  public long bytes() {
    return bytes.get();
  }

  Fragment get(String template, Object value, Supplier<Fragment> maker) {
    var key = new Key(template, value);
    Fragment fragment = known.get(key);
    if (fragment == null) {
      fragment = maker.get();
      int cost = fragment.utf8().length + OVERHEAD;
      if (bytes.get() + cost <= limit && known.putIfAbsent(key, fragment) == null) {
        bytes.addAndGet(cost);
      }
    }
    return fragment;
  }

  /// Holds the value itself, so that no other value can take its identity.
  private record Key(String template, Object value) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof Key that && value == that.value && template.equals(that.template);
    }

    @Override
    public int hashCode() {
      return 31 * template.hashCode() + System.identityHashCode(value);
    }
  }
}
