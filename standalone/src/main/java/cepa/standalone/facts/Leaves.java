package cepa.standalone.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tree of facts as its leaves, by path. A list of plain values is one leaf. The elements of a
/// list of objects are told apart by what identifies them, so that one more of them does not shift
/// the others; which there are, in which order, is a leaf of its own at `<path>[]`.
public final class Leaves {

  private static final List<String> IDENTIFYING =
      List.of(
          "authority",
          "contact_hash",
          "fingerprint",
          "title",
          "category",
          "key",
          "country",
          "name");

  private final Map<String, @Nullable Object> leaves = new LinkedHashMap<>();

  private Leaves() {}

  public static Map<String, @Nullable Object> of(@Nullable Object tree) {
    var found = new Leaves();
    found.add("", tree);
    return found.leaves;
  }

  /// Whether there is a leaf at the path of another tree's leaf. A list without elements is a leaf
  /// of its own, whatever its elements would be.
  public static boolean has(Map<String, @Nullable Object> leaves, String path) {
    return leaves.containsKey(path) || leaves.containsKey(twin(path));
  }

  /// The leaf there; null also if there is none.
  public static @Nullable Object get(Map<String, @Nullable Object> leaves, String path) {
    return leaves.containsKey(path) ? leaves.get(path) : leaves.get(twin(path));
  }

  private static String twin(String path) {
    return path.endsWith("[]") ? path.substring(0, path.length() - 2) : path + "[]";
  }

  private void add(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> add(path.isEmpty() ? "" + name : path + "." + name, member));
    } else if (value instanceof List<?> list && list.stream().anyMatch(e -> e instanceof Map)) {
      objects(path, list);
    } else {
      leaves.put(path, value);
    }
  }

  private void objects(String path, List<?> list) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Object element : list) {
      String name = name(element);
      int before = seen.merge(name, 1, Integer::sum) - 1;
      String unique = before == 0 ? name : name + "#" + before;
      names.add(unique);
      add(path + "[" + unique + "]", element);
    }
    leaves.put(path + "[]", names);
  }

  private static String name(@Nullable Object element) {
    if (element instanceof Map<?, ?> map) {
      for (String candidate : IDENTIFYING) {
        if (map.get(candidate) instanceof String text) {
          return text;
        }
      }
    }
    return "";
  }
}
