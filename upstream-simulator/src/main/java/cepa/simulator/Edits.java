package cepa.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Changes made by hand to relays of the details document. Immutable: each change makes a new value
/// with a higher revision.
///
/// @param revision how often something was changed, which also moves `Last-Modified` on by seconds
public record Edits(long revision, List<Edit> all) {

  public static final Edits NONE = new Edits(0, List.of());

  /// One field of one relay.
  ///
  /// @param field as in the document
  /// @param value null: the field is left out
  /// @param fromTick since when it holds
  public record Edit(String fingerprint, String field, @Nullable JsonNode value, int fromTick) {}

  public Edits {
    all = List.copyOf(all);
  }

  Edits with(Edit edit) {
    List<Edit> more = new ArrayList<>(all);
    more.add(edit);
    return new Edits(revision + 1, more);
  }

  Edits cleared() {
    return new Edits(revision + 1, List.of());
  }

  /// What to change in which relay at a tick, the oldest change first.
  public Map<String, List<Edit>> byFingerprint(int tick) {
    Map<String, List<Edit>> result = new TreeMap<>();
    for (Edit edit : all) {
      if (edit.fromTick() <= tick) {
        result.computeIfAbsent(edit.fingerprint(), _ -> new ArrayList<>()).add(edit);
      }
    }
    return result;
  }
}
