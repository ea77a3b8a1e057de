package cepa.processor;

import java.util.Set;

/// One step from data to model: a pure function of what it reads. The engine finds the order from
/// the types; every analysis is a Spring component, and adding one changes no existing file.
///
/// @param <R> what it makes; no two analyses make the same type
public interface Analysis<R> {

  Class<R> makes();

  /// Types it reads: made by other analyses or by source readers, or given by the engine
  /// ([cepa.model.History], [cepa.model.SiteSettings], [Inputs]).
  Set<Class<?>> reads();

  /// What an installation configured about it, as one line of text: a part of the model's id. Empty
  /// if there is nothing to configure.
  default String configuration() {
    return "";
  }

  /// @param facts gives the declared types only; a source's data may be absent
  R analyse(Facts facts);
}
