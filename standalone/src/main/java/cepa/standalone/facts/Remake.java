package cepa.standalone.facts;

import java.util.Map;
import java.util.function.Consumer;

/// Makes facts of other inputs, for rules of which inputs the reference takes.
@FunctionalInterface
public interface Remake {

  /// @param change takes away, or puts in place of others, what readers made: by type
  FactsInput of(Consumer<Map<Class<?>, Object>> change);
}
