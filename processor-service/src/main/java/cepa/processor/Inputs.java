package cepa.processor;

import cepa.model.SourceProvenance;
import cepa.topic.SnapshotManifest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which snapshots a model is made of.
///
/// @param asOf published time of the details snapshot
/// @param snapshots the snapshots used, by source id
/// @param provenance every known source with its state at `asOf`, by source id
/// @param history id of the history at the details snapshot
public record Inputs(
    Instant asOf,
    Map<String, SnapshotManifest> snapshots,
    List<SourceProvenance> provenance,
    String history) {

  public Inputs {
    snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
    provenance = List.copyOf(provenance);
  }
}
