package cepa.processor.analysis.validation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Counts things and remembers which came first.
final class Tally<K> {

  private final Map<K, Integer> counts = new LinkedHashMap<>();

  void add(K key) {
    counts.merge(key, 1, Integer::sum);
  }

  int size() {
    return counts.size();
  }

  /// In order of first appearance.
  Set<K> keys() {
    return counts.keySet();
  }

  Tally<K> where(Predicate<K> wanted) {
    var part = new Tally<K>();
    counts.forEach((key, count) -> {
      if (wanted.test(key)) {
        part.counts.put(key, count);
      }
    });
    return part;
  }

  /// The most frequent ones, most first; of equals the one that came first.
  <R> List<R> top(int most, BiFunction<K, Integer, R> as) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(e -> as.apply(e.getKey(), e.getValue()))
        .toList();
  }
}
