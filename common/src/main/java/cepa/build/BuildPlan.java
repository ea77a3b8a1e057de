package cepa.build;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a build is made of; fixed when it is planned.
///
/// @param model id of the model artefact
/// @param codeVersion digest of the code that makes the pages
/// @param asOf the moment the pages speak of
/// @param cut position on `cepa.snapshots` below which inputs were taken
/// @param inputs snapshot ids by source id; absent sources are missing
/// @param history id of the history in the model
/// @param base id of the finished build whose pages may be kept; null: every page is rendered
/// @param live id of the build that was live at planning; null if there was none. If readers see
///   another one when this build is finished, it is superseded
/// @param shards number of shards, 1..
/// @param publish whether it becomes live by itself; false for previews
/// @param pathPrefix path of the base URL that every internal link begins with, e.g. `/tor`; empty
///   at the root
/// @param cause why it was started, for a reader
/// @param request id of the request that asked for it; null if a snapshot did
public record BuildPlan(
    String model,
    String codeVersion,
    Instant asOf,
    long cut,
    Map<String, String> inputs,
    String history,
    @Nullable String base,
    @Nullable String live,
    int shards,
    boolean publish,
    String pathPrefix,
    String cause,
    @Nullable String request) {

  public BuildPlan {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    if (shards < 1) {
      throw new IllegalArgumentException("A build has at least one shard, not " + shards);
    }
  }
}
