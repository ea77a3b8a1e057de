package cepa.topic.kafka;

/// Part of a snapshot is older than the log: retention has removed it. It is never half read.
public final class SnapshotExpiredException extends SnapshotUnusableException {

  private static final long serialVersionUID = 1L;

  public SnapshotExpiredException(String snapshot) {
    super(
        snapshot,
        "Snapshot "
            + snapshot
            + " is older than the log keeps (cepa.kafka.snapshot-retention); choose a later time");
  }
}
