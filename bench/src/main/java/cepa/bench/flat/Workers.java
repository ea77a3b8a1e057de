package cepa.bench.flat;

import cepa.concurrent.Parallel;
import java.util.Collections;
import java.util.List;
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
    var next = new AtomicInteger();
    return Parallel.map(
        Collections.nCopies(Parallel.threads(), own),
        maker -> {
          S gathered = maker.get();
          for (int at = next.getAndIncrement(); at < inputs.size(); at = next.getAndIncrement()) {
            step.accept(gathered, inputs.get(at));
          }
          return gathered;
        });
  }
}
