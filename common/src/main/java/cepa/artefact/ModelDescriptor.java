package cepa.artefact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a model consists of; the object `models/<id>.json`.
///
/// @param id digest of its inputs, the code version and the configuration
/// @param parts digest of each part by name (`core`, `part-leaderboards`, `series-onionoo-uptime`);
///   the part is the object `models/parts/<digest>`, shared by models in which it did not change
/// @param objects how many objects of a kind the model has, under the id of the page family that
///   shows them (`relay`, `country`, `network`): a complete build has exactly so many pages of them
public record ModelDescriptor(String id, Map<String, String> parts, Map<String, Integer> objects) {

  public static final String CORE = "core";

  /// Parts of this prefix are [cepa.model.ModelPart]s.
  public static final String PART_PREFIX = "part-";

  /// Parts of this prefix are series archives.
  public static final String SERIES_PREFIX = "series-";

  public ModelDescriptor {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
  }
}
