package cepa.bench.compare;

import cepa.bench.flat.TwinLeaves;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Which fields of a twin differ from those of another one.
final class TwinDifference {

  private TwinDifference() {}

  /// Fields whose value differs, or that only one of the two has, without which element of a list
  /// it is.
  static Set<String> fields(byte[] before, byte[] after) {
    SortedMap<String, JsonNode> old = TwinLeaves.byName(before);
    SortedMap<String, JsonNode> now = TwinLeaves.byName(after);
    Set<String> fields = new TreeSet<>();
    for (Map.Entry<String, JsonNode> leaf : now.entrySet()) {
      if (!leaf.getValue().equals(old.get(leaf.getKey()))) {
        fields.add(TwinLeaves.field(leaf.getKey()));
      }
    }
    for (String path : old.keySet()) {
      if (!now.containsKey(path)) {
        fields.add(TwinLeaves.field(path));
      }
    }
    return fields;
  }
}
