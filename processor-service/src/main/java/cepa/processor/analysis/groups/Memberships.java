package cepa.processor.analysis.groups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which groups of one kind each relay is in.
@FunctionalInterface
public interface Memberships {

  /// The groups of a relay, each at most once.
  ///
  /// @param relay index in base order
  List<Membership> of(int relay);

  /// One group a relay is in.
  ///
  /// @param key canonical text form
  /// @param name as this relay knows it; null if it does not
  record Membership(String key, @Nullable String name) {}

  /// At most one group: none if there is no key.
  static List<Membership> one(@Nullable String key, @Nullable String name) {
    return key == null || key.isEmpty() ? List.of() : List.of(new Membership(key, name));
  }
}
