package cepa.topic.kafka;

import cepa.topic.OffsetRange;

/// The records on the log are not the ones the manifest names.
public final class SnapshotDamagedException extends SnapshotUnusableException {

  private static final long serialVersionUID = 1L;

  public SnapshotDamagedException(
      String snapshot, String document, OffsetRange range, String found) {
    super(
        snapshot,
        "Snapshot "
            + snapshot
            + ", document "
            + document
            + ", partition "
            + range.partition()
            + " offsets "
            + range.from()
            + " to "
            + range.to()
            + ": manifest says "
            + range.records()
            + " records, digest "
            + range.sha256()
            + "; the log holds "
            + found
            + ". Reject it (./cepa snapshots reject) so that the one before is used");
  }
}
