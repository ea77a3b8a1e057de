package cepa.edge;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A bounded cache that loads a value once, however many ask for it at the same time. What is not
/// there and what failed is not kept: it is asked for anew.
final class SingleFlight<V> {

  private final Function<String, Optional<V>> loader;
  private final AsyncCache<String, Optional<V>> values;

  /// @param limit total weight of the values kept
  /// @param weight weight of one value
  SingleFlight(long limit, Weigher<String, V> weight, Function<String, Optional<V>> loader) {
    this.loader = loader;
    this.values =
        Caffeine.newBuilder()
            .maximumWeight(limit)
            .weigher(
                (String key, Optional<V> value) -> value.map(v -> weight.weigh(key, v)).orElse(0))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .recordStats()
            .buildAsync();
  }

  /// The value, loaded if need be; what the loader throws is thrown to all who wait.
  Optional<V> get(String key) {
    try {
      Optional<V> value = values.get(key, loader).join();
      if (value.isEmpty()) {
        values.synchronous().invalidate(key);
      }
      return value;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  CacheStats stats() {
    return values.synchronous().stats();
  }

  /// Total weight of the values kept.
  long weight() {
    return values
        .synchronous()
        .policy()
        .eviction()
        .map(eviction -> eviction.weightedSize().orElse(0))
        .orElse(0L);
  }
}
