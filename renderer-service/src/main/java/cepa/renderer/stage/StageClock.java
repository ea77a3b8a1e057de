package cepa.renderer.stage;

import java.util.EnumMap;
import java.util.Map;

/// How long the steps of a shard took together. One step at a time; not safe for several threads.
final class StageClock {

  private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
  private final long began = System.nanoTime();
  private long last = began;

  /// The time since the last call belongs to `step`.
  void done(Step step) {
    long now = System.nanoTime();
    nanos.merge(step, now - last, Long::sum);
    last = now;
  }

  Map<Step, Long> nanos() {
    return Map.copyOf(nanos);
  }

  long totalNanos() {
    return System.nanoTime() - began;
  }

  /// What a shard's time is spent on.
  enum Step {
    /// Loading the model and the base, listing paths.
    LOAD,
    /// Making views.
    VIEW,
    /// Writing twins, stamps.
    TWIN,
    /// Templates.
    RENDER,
    /// Digests and compression.
    PACK,
    /// Puts.
    STORE
  }
}
