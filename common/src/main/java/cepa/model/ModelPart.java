package cepa.model;

import java.util.Locale;
import java.util.Map;

/// One part of the model beside its core: an immutable record that one analysis makes and pages ask
/// for by its type. Each is stored by itself under its content, so a part that did not change from
/// one model to the next is neither written nor loaded again, and adding one changes no other.
///
/// Lists that speak of every relay are parallel to [NetworkModel#relays].
public interface ModelPart {

  /// The part's name in the store, from the name of its type: `relay-traffic`.
  static String name(Class<? extends ModelPart> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// Objects of this part that have a page each, by the id of the page family; none by default.
  default Map<String, Integer> objects() {
    return Map.of();
  }
}
