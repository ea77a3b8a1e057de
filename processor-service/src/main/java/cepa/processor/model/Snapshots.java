package cepa.processor.model;

import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;

/// Where snapshots are read from.
public interface Snapshots {

  /// The data in a snapshot.
  ///
  /// @throws cepa.topic.kafka.SnapshotUnusableException if it cannot be read, now or later
  /// @throws cepa.error.RetriableException if it cannot be read now
  <D> D load(SourceReader<D> reader, SnapshotManifest snapshot);
}
