package cepa.build;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A finished build; the immutable object `builds/<id>/manifest.json`.
///
/// @param build its id
/// @param created when it was staged
/// @param plan what it was made of
/// @param parts digest of each shard's part, by shard
/// @param objects objects with a page, by page family
/// @param pages number of paths
/// @param rawBytes bytes of all pages, uncompressed
/// @param storedBytes bytes of all pages, compressed
/// @param assets names of all assets that pages refer to, in order
public record BuildManifest(
    String build,
    Instant created,
    BuildPlan plan,
    List<String> parts,
    Map<String, Integer> objects,
    long pages,
    long rawBytes,
    long storedBytes,
    List<String> assets) {

  public BuildManifest {
    parts = List.copyOf(parts);
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    assets = List.copyOf(assets);
  }
}
