package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.time.Instant;
import java.util.Map;

/// A source's part of the log. Opening it for writing fences every other writer of the source. Not
/// safe for several threads.
///
/// Every method throws [cepa.error.RetriableException] when the broker is in trouble, and every one
/// that writes [FencedException] when another fetcher has taken over.
public interface SourceLog extends AutoCloseable {

  /// Makes sure this process is the one writer, and reads what is on the log by now.
  SourceState refresh() throws InterruptedException;

  /// Whether every record of the snapshot is still there.
  boolean holds(SnapshotManifest snapshot) throws InterruptedException;

  /// Publishes a snapshot: records first, manifest last, all or nothing.
  ///
  /// @param draft the manifest, its fresh documents still without ranges
  /// @param fresh the documents to be written, by name; all others keep the ranges they have
  /// @return the manifest as published
  SnapshotManifest publish(SnapshotManifest draft, Map<String, SplitDocument> fresh)
      throws InterruptedException;

  /// Copies a snapshot's records to the end of the log under the same id, so that they live on.
  SnapshotManifest republish(SnapshotManifest snapshot) throws InterruptedException;

  /// Accepts a snapshot that is in quarantine.
  void accept(SnapshotManifest snapshot, String reason, Instant at) throws InterruptedException;

  /// Writes how an attempt ended.
  void report(SourceStatus status) throws InterruptedException;

  @Override
  void close();
}
