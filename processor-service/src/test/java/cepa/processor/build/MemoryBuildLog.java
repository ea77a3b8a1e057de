package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.error.RetriableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A build log in memory that can be told to fail.
final class MemoryBuildLog implements BuildLog {

  final List<BuildEvent> events = new ArrayList<>();
  final List<RenderAssignment> assignments = new ArrayList<>();

  /// Events that are not taken, once each time it holds.
  Predicate<BuildEvent> fails = _ -> false;

  /// Whether a failing write is on the log all the same, as when the answer got lost.
  boolean losesAnswers;

  @Override
  public void plan(BuildEvent.Planned plan, List<RenderAssignment> queued) {
    write(plan, queued);
  }

  @Override
  public void tell(BuildEvent event) {
    write(event, List.of());
  }

  private void write(BuildEvent event, List<RenderAssignment> queued) {
    boolean failing = fails.test(event);
    if (!failing || losesAnswers) {
      events.add(event);
      assignments.addAll(queued);
    }
    if (failing) {
      throw new RetriableException("the broker is away", null);
    }
  }

  /// Kinds of events in order, e.g. `Planned`.
  List<String> kinds() {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  <E extends BuildEvent> E last(Class<E> kind) {
    Optional<E> last =
        events.stream().filter(kind::isInstance).map(kind::cast).reduce((_, later) -> later);
    return last.orElseThrow(() -> new AssertionError("no " + kind + " in " + events));
  }
}
