package cepa.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// The same work for many things, a few at a time: unpacking and parsing want processors, reading
/// wants company, and what is in memory stays bounded.
public final class Parallel {

  private static final int AT_MOST = 8;

  private Parallel() {}

  /// How many threads such work gets.
  public static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, AT_MOST);
  }

  /// The results in order of the inputs. The first failure ends it all; nothing is still running
  /// when this returns.
  public static <T, R> List<R> map(Collection<T> inputs, Function<T, R> work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads());
    try (executor) {
      List<Future<R>> pending =
          inputs.stream().map(input -> executor.submit(() -> work.apply(input))).toList();
      List<R> results = new ArrayList<>(pending.size());
      for (Future<R> result : pending) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      executor.shutdownNow();
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while working on several things", e);
    }
  }
}
