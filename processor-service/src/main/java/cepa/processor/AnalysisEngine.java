package cepa.processor;

import cepa.concurrent.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs analyses in the order their types demand.
public final class AnalysisEngine {

  private final List<Analysis<?>> order;

  /// @param analyses in any order
  /// @param given types that are there before any analysis runs
  /// @throws IllegalStateException if two make the same type, one reads a type nobody makes, or
  ///   they read each other in a circle
  public AnalysisEngine(List<? extends Analysis<?>> analyses, Set<Class<?>> given) {
    this.order = order(analyses, given);
  }

  private static List<Analysis<?>> order(
      List<? extends Analysis<?>> analyses, Set<Class<?>> given) {
    Set<Class<?>> known = new HashSet<>(given);
    for (Analysis<?> analysis : analyses) {
      if (given.contains(analysis.makes())
          || analyses.stream().filter(a -> a.makes() == analysis.makes()).count() > 1) {
        throw new IllegalStateException("Several make " + analysis.makes().getSimpleName());
      }
    }
    List<Analysis<?>> waiting = new ArrayList<>(analyses);
    // The order must not depend on how the class path was scanned.
    waiting.sort(Comparator.comparing(a -> a.getClass().getName()));
    List<Analysis<?>> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Analysis<?>> ready = waiting.stream().filter(a -> known.containsAll(a.reads())).toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException(
            "Cannot be ordered or read what nobody makes: " + missing(waiting, known));
      }
      order.addAll(ready);
      ready.forEach(a -> known.add(a.makes()));
      waiting.removeAll(ready);
    }
    return order;
  }

  private static Set<String> missing(List<Analysis<?>> waiting, Set<Class<?>> known) {
    Set<String> missing = new TreeSet<>();
    for (Analysis<?> analysis : waiting) {
      for (Class<?> type : analysis.reads()) {
        if (!known.contains(type)) {
          missing.add(analysis.getClass().getSimpleName() + " reads " + type.getSimpleName());
        }
      }
    }
    return missing;
  }

  /// Everything the analyses make, and what was given, by type. An analysis runs as soon as what it
  /// reads is there, beside others.
  ///
  /// @param given values by type; a given type without a value is a missing source
  public Map<Class<?>, Object> run(Map<Class<?>, Object> given) {
    Map<Class<?>, Object> values = new ConcurrentHashMap<>(given);
    Map<Class<?>, CompletableFuture<Void>> made = new HashMap<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(Parallel.threads())) {
      for (Analysis<?> analysis : order) {
        CompletableFuture<?>[] reads =
            analysis.reads().stream()
                .map(made::get)
                .filter(Objects::nonNull)
                .toArray(CompletableFuture<?>[]::new);
        made.put(
            analysis.makes(),
            CompletableFuture.allOf(reads)
                .thenRunAsync(
                    () -> values.put(analysis.makes(), result(analysis, values)), executor));
      }
      order.forEach(analysis -> await(Objects.requireNonNull(made.get(analysis.makes()))));
    }
    return values;
  }

  private static Object result(Analysis<?> analysis, Map<Class<?>, Object> values) {
    return analysis.analyse(new Facts(values, analysis.reads()));
  }

  /// Throws what the analysis threw; of several the first in order.
  private static void await(CompletableFuture<Void> made) {
    try {
      made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
