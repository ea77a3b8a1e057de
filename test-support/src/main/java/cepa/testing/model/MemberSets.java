package cepa.testing.model;

import cepa.model.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distinct member sets of a network, numbered in order of first use.
final class MemberSets {

  private final Map<List<Fingerprint>, Integer> numbers = new HashMap<>();
  private final List<List<Fingerprint>> sets = new ArrayList<>();

  @Nullable Integer index(@Nullable List<Fingerprint> members) {
    if (members == null || members.isEmpty()) {
      return null;
    }
    return numbers.computeIfAbsent(
        members,
        set -> {
          sets.add(set);
          return sets.size() - 1;
        });
  }

  List<List<Fingerprint>> all() {
    return List.copyOf(sets);
  }
}
