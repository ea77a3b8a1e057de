package cepa.bench.growth;

import cepa.bench.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Notes how long each step takes, and what passes between steps. The processor takes its steps one
/// after the other on one thread; it may be read when it has told its plan.
final class StepTimes {

  private final List<Step> steps = new ArrayList<>();
  private Stopwatch last = Stopwatch.start();

  /// Begins anew; what passes until the first step is the way to the history.
  synchronized void begin() {
    steps.clear();
    last = Stopwatch.start();
  }

  <T> T step(String name, Supplier<T> work) {
    between("before " + name);
    try {
      return work.get();
    } finally {
      between(name);
    }
  }

  /// Gives what has passed since the last step a name.
  synchronized void between(String name) {
    Stopwatch lap = last.lap();
    steps.add(new Step(name, lap.wall(), lap.cpu()));
    last = Stopwatch.start();
  }

  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }
}
