package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.processor.Inputs;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import cepa.standalone.facts.FactsInput;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The one bandwidth file the reference mixes in, the newest of all scanners' (sources D-13).
///
/// @param files all files; null if there are none
/// @param newest the newest of them
record ReferenceBandwidthFile(
    @Nullable BandwidthFiles files, BandwidthFiles.@Nullable File newest) {

  static ReferenceBandwidthFile of(FactsInput input) {
    return input.derive(ReferenceBandwidthFile.class, ReferenceBandwidthFile::find);
  }

  private static ReferenceBandwidthFile find(FactsInput input) {
    BandwidthFiles files = input.find(BandwidthFiles.class);
    SnapshotManifest snapshot = input.get(Inputs.class).snapshots().get("collector-bandwidths");
    if (files == null || snapshot == null) {
      return new ReferenceBandwidthFile(null, null);
    }
    String name =
        snapshot.documents().stream()
            .max(Comparator.comparing(ReferenceBandwidthFile::file))
            .map(DocumentRef::name)
            .orElse("");
    return new ReferenceBandwidthFile(
        files, files.files().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null));
  }

  /// Upstream's name of the file, which begins with its time.
  private static String file(DocumentRef document) {
    return document.envelope().getOrDefault("file", "");
  }

  /// Kilobytes/s of a relay; null if it is not in the file.
  @Nullable Integer bandwidth(Relay relay) {
    if (files == null || newest == null) {
      return null;
    }
    Integer row = files.rows().get(relay.fingerprint());
    return row == null ? null : newest.bandwidth(row);
  }
}
