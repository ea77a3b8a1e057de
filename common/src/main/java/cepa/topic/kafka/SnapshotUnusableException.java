package cepa.topic.kafka;

import cepa.error.PermanentException;

/// A snapshot cannot be read from the log, now or later; others can.
public abstract sealed class SnapshotUnusableException extends PermanentException
    permits SnapshotDamagedException, SnapshotExpiredException {

  private static final long serialVersionUID = 1L;

  private final String snapshot;

  SnapshotUnusableException(String snapshot, String message) {
    super(message);
    this.snapshot = snapshot;
  }

  /// Id of the snapshot.
  public String snapshot() {
    return snapshot;
  }
}
