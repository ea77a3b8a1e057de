package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import java.util.List;

/// Where builds are told. Only one processor can tell: a second one fences the first. Both methods
/// throw [cepa.error.RetriableException] if it is not known whether the log took it, and
/// [FencedException].
public interface BuildLog {

  /// Tells a plan and puts its assignments on the queue: both or neither.
  void plan(BuildEvent.Planned plan, List<RenderAssignment> assignments);

  /// Tells a step.
  void tell(BuildEvent event);
}
