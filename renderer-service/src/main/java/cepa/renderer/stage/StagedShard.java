package cepa.renderer.stage;

import cepa.build.ShardResult;
import java.util.Map;

/// A shard in the store, and what it took.
///
/// @param result to be reported
/// @param kept pages kept without rendering them
/// @param nanosByStep wall time by step, in lower case
public record StagedShard(ShardResult.Staged result, int kept, Map<String, Long> nanosByStep) {

  public StagedShard {
    nanosByStep = Map.copyOf(nanosByStep);
  }
}
