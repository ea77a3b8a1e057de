package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.ShardResult;
import cepa.topic.SnapshotEvent;
import cepa.topic.SourceStatus;

/// What the conductor hears from the topics.
public sealed interface Signal {

  /// A record of `cepa.snapshots`.
  record Snapshot(long offset, SnapshotEvent event) implements Signal {}

  /// A record of `cepa.source-status`.
  record Status(SourceStatus status) implements Signal {}

  /// A record of `cepa.build-requests`.
  record Requested(BuildRequest request) implements Signal {}

  /// A record of `cepa.builds`.
  record Told(BuildEvent event) implements Signal {}

  /// A record of `cepa.render-results`.
  record Reported(ShardResult result) implements Signal {}
}
