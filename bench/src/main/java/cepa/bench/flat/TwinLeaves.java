package cepa.bench.flat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The values of a JSON document by their paths: `rows[3].observedBitsPerSecond`.
public final class TwinLeaves {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /// What tells elements of a list from each other, the first one that an element has.
  private static final List<String> NAMES =
      List.of("fingerprint", "key", "path", "id", "at", "day", "period", "name", "text");

  private TwinLeaves() {}

  /// Elements of lists go by their position.
  public static SortedMap<String, JsonNode> byPosition(byte[] json) {
    SortedMap<String, JsonNode> leaves = new TreeMap<>();
    walk(MAPPER.readTree(json), "", false, leaves);
    return leaves;
  }

  /// Elements of lists go by what names them, so that two lists of different order can be compared:
  /// `rows[DE].relays`. Those without a name go by position.
  public static SortedMap<String, JsonNode> byName(byte[] json) {
    SortedMap<String, JsonNode> leaves = new TreeMap<>();
    walk(MAPPER.readTree(json), "", true, leaves);
    return leaves;
  }

  /// The path without which element it is.
  public static String field(String path) {
    var out = new StringBuilder(path.length());
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '[' && depth++ == 0) {
        out.append("[]");
      } else if (c == ']') {
        depth--;
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void walk(
      JsonNode node, String path, boolean named, SortedMap<String, JsonNode> leaves) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
        walk(property.getValue(), below, named, leaves);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String name = named ? name(node.get(i)) : null;
        String below = path + "[" + (name == null ? Integer.toString(i) : name) + "]";
        walk(node.get(i), below, named, leaves);
      }
    } else {
      leaves.put(path, node);
    }
  }

  private static @Nullable String name(JsonNode element) {
    if (element.isString()) {
      return plain(element.asString());
    }
    for (String name : NAMES) {
      JsonNode value = element.get(name);
      if (value != null && value.isString()) {
        return plain(value.asString());
      }
    }
    for (JsonNode value : element) {
      String inner = value.isObject() ? name(value) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private static String plain(String name) {
    return name.replace('[', '(').replace(']', ')');
  }
}
