package cepa.renderer.view.health;

import cepa.model.health.Verdict;
import cepa.model.health.Verdict.Aspect;
import cepa.model.health.Verdict.Level;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How each aspect of the network is.
public final class Aspects {

  private Aspects() {}

  /// All aspects, in order.
  public static Map<Aspect, Level> of(Verdict verdict) {
    Map<Aspect, Level> levels = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      levels.put(aspect, verdict.level(aspect));
    }
    return Collections.unmodifiableMap(levels);
  }
}
