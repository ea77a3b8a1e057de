package cepa.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The parts of a model beside its core, by type.
public interface ModelParts {

  /// The part of that type: the same instance whenever asked.
  ///
  /// @throws RuntimeException if the model has none: it is of another code version
  <P extends ModelPart> P get(Class<P> type);

  /// These parts and no others.
  static ModelParts of(Collection<? extends ModelPart> parts) {
    Map<Class<?>, ModelPart> all = new HashMap<>();
    parts.forEach(part -> all.put(part.getClass(), part));
    return new ModelParts() {
      @Override
      public <P extends ModelPart> P get(Class<P> type) {
        ModelPart part = all.get(type);
        if (part == null) {
          throw new IllegalStateException("The model has no " + ModelPart.name(type));
        }
        return type.cast(part);
      }
    };
  }
}
