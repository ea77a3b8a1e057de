package cepa.processor;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an analysis may read.
public final class Facts {

  private final Map<Class<?>, Object> values;
  private final Set<Class<?>> declared;

  public Facts(Map<Class<?>, Object> values, Set<Class<?>> declared) {
    this.values = Map.copyOf(values);
    this.declared = Set.copyOf(declared);
  }

  /// A value that is always there.
  ///
  /// @throws IllegalStateException if the analysis did not declare the type or nothing made it
  public <T> T get(Class<T> type) {
    T value = find(type);
    if (value == null) {
      throw new IllegalStateException("Nothing made " + type.getSimpleName());
    }
    return value;
  }

  /// A source's data, or null if the source is missing.
  public <T> @Nullable T find(Class<T> type) {
    if (!declared.contains(type)) {
      throw new IllegalStateException(
          type.getSimpleName() + " is read but not declared in Analysis.reads()");
    }
    return type.cast(values.get(type));
  }
}
