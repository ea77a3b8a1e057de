package cepa.bench.flat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Goes through many things on all cores. Each worker gathers into something of its own, so that
/// nothing is shared while it runs.
public final class Workers {

  private Workers() {}

  /// @param own makes what one worker gathers into
  /// @param step handles one input
  /// @return what the workers gathered, in no defined order
  public static <T, S> List<S> each(List<T> inputs, Supplier<S> own, BiConsumer<S, T> step) {
    int threads = Runtime.getRuntime().availableProcessors();
    var next = new AtomicInteger();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<S>> pending = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        pending.add(
            executor.submit(() -> {
              S gathered = own.get();
              for (int at = next.getAndIncrement();
                  at < inputs.size();
                  at = next.getAndIncrement()) {
                step.accept(gathered, inputs.get(at));
              }
              return gathered;
            }));
      }
      List<S> all = new ArrayList<>();
      for (Future<S> worker : pending) {
        all.add(worker.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Going through the files failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while going through files", e);
    }
  }
}
