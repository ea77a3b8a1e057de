package cepa.renderer.queue;

import cepa.build.ShardResult;
import java.time.Duration;

/// What became of an assignment.
public sealed interface Outcome {

  /// Rendered, or failed for good: report it, then take the assignment off the queue.
  record Report(ShardResult result) implements Outcome {}

  /// Nobody needs it: take it off the queue.
  record PassOver(String reason) implements Outcome {}

  /// Trying again may help: put it back after `delay`, since the queue itself does not wait.
  record Again(Duration delay, String reason) implements Outcome {}
}
