package cepa.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of a shard; a record on `cepa.render-results` (key: build id). A shard may be
/// reported more than once; equal shards have equal parts.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(ShardResult.Staged.class),
  @JsonSubTypes.Type(ShardResult.Failed.class)
})
public sealed interface ShardResult {

  String build();

  int shard();

  /// The shard's part and every pack it names are in the store.
  ///
  /// @param part digest of its [ManifestPart], the name of the object `parts/<digest>`
  /// @param objects objects with a page in this shard, by page family: what must add up to the
  ///   model's counts
  /// @param pages pages and twins in the part
  /// @param rendered pages rendered
  /// @param changed pages whose bytes differ from the base build's, new ones included
  /// @param packBytes bytes of the pack written; 0 if none was needed
  /// @param rawBytes bytes of all pages, uncompressed
  /// @param storedBytes bytes of all pages, compressed
  /// @param assets names of the assets the pages refer to
  /// @param renderer who did it, e.g. `renderer-1`
  /// @param millis how long it took
  @JsonTypeName("staged")
  record Staged(
      String build,
      int shard,
      String part,
      Map<String, Integer> objects,
      int pages,
      int rendered,
      int changed,
      long packBytes,
      long rawBytes,
      long storedBytes,
      List<String> assets,
      String renderer,
      long millis)
      implements ShardResult {
    public Staged {
      objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
      assets = List.copyOf(assets);
    }
  }

  /// The shard cannot be rendered; the build fails.
  ///
  /// @param reason what went wrong: page, template and line where known
  @JsonTypeName("failed")
  record Failed(String build, int shard, String reason, String renderer) implements ShardResult {}
}
