package cepa.bench.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Notes how long each step takes. Steps run beside each other, each on one thread, and may be read
/// when all have ended.
final class StepTimes {

  private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /// Begins anew.
  void begin() {
    steps.clear();
  }

  <T> T step(String name, Supplier<T> work) {
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    try {
      return work.get();
    } finally {
      steps.add(new Step(name, System.nanoTime() - wall, threads.getCurrentThreadCpuTime() - cpu));
    }
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
