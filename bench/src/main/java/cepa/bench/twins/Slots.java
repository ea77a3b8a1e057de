package cepa.bench.twins;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out which field of the twin each slot of a family's pages prints: the one that holds the
/// printed value (nearly) every time. So no list of fields has to be kept, and a figure that is
/// wrong on one page, or in one row, stands out against all others.
final class Slots {

  /// A field that agrees less often is not the one.
  static final double OFTEN = 0.9;

  private static final int PRUNED_EVERY = 64;

  private final Map<String, Slot> slots = new HashMap<>();

  /// How often the fields agreed with what a slot printed.
  private static final class Slot {
    int samples;
    final Map<String, Integer> hits = new HashMap<>();
    final Map<String, Integer> unknown = new HashMap<>();

    void sample(Set<String> fields) {
      samples++;
      fields.forEach(field -> hits.merge(field, 1, Integer::sum));
      if (samples % PRUNED_EVERY == 0) {
        hits.values().removeIf(count -> count * 2 < samples);
        unknown.keySet().retainAll(hits.keySet());
      }
    }

    void add(Slot other) {
      samples += other.samples;
      other.hits.forEach((field, count) -> hits.merge(field, count, Integer::sum));
      other.unknown.forEach((field, count) -> unknown.merge(field, count, Integer::sum));
    }

    /// What is not known is no sample, since a field above it may be missing as well; but of fields
    /// that agree otherwise it tells which is meant.
    int agreed(String field) {
      return hits.getOrDefault(field, 0) + unknown.getOrDefault(field, 0);
    }
  }

  void sample(String slot, Set<String> fields) {
    slots.computeIfAbsent(slot, _ -> new Slot()).sample(fields);
  }

  /// A slot printed that something is not known.
  void unknown(String slot, Set<String> fields) {
    Slot known = slots.computeIfAbsent(slot, _ -> new Slot());
    fields.forEach(field -> known.unknown.merge(field, 1, Integer::sum));
  }

  void addAll(Slots others) {
    others.slots.forEach((name, slot) -> slots.computeIfAbsent(name, _ -> new Slot()).add(slot));
  }

  /// The field of each slot that has one.
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    slots.forEach((name, slot) -> {
      String best = best(slot);
      if (best != null) {
        fields.put(name, best);
      }
    });
    return fields;
  }

  private static @Nullable String best(Slot slot) {
    return slot.hits.entrySet().stream()
        .filter(hits -> hits.getValue() >= OFTEN * slot.samples)
        .map(Map.Entry::getKey)
        // Of two that agree as often, the one that goes by the row is meant.
        .max(
            Comparator.comparingInt((String field) -> slot.agreed(field))
                .thenComparing(field -> isOfTheRow(field))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  private static boolean isOfTheRow(String field) {
    return field.contains(TwinValues.ROW);
  }
}
