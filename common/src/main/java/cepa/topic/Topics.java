package cepa.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Names and shapes of all topics. A source's topic follows from its id, so no list grows with
/// sources.
public final class Topics {

  public static final String SNAPSHOTS = "cepa.snapshots";
  public static final String SOURCE_STATUS = "cepa.source-status";
  public static final String BUILD_REQUESTS = "cepa.build-requests";
  public static final String BUILDS = "cepa.builds";
  public static final String RENDER_ASSIGNMENTS = "cepa.render-assignments";
  public static final String RENDER_RESULTS = "cepa.render-results";

  /// Header of a snapshot record: id of the snapshot that published it (UTF-8).
  public static final String HEADER_SNAPSHOT = "snapshot";

  /// Header of a snapshot record: id of its document, [DocumentRef#id] (UTF-8).
  public static final String HEADER_DOCUMENT = "document";

  /// Header of a snapshot record: id of its source (UTF-8).
  public static final String HEADER_SOURCE = "source";

  private static final int SNAPSHOT_PARTITIONS = 4;

  private Topics() {}

  /// The topic of a source's entities, e.g. `cepa.snapshot.onionoo-details`.
  public static String snapshot(String source) {
    return "cepa.snapshot." + source;
  }

  /// The share group in which the renderers of one code version take assignments.
  public static String rendererGroup(String codeVersion) {
    return "cepa.renderer." + codeVersion;
  }

  /// Every topic that must exist for these sources.
  ///
  /// @param snapshotRetention how long snapshots and manifests are kept, by append time
  public static List<Topic> all(Collection<String> sources, Duration snapshotRetention) {
    List<Topic> topics = new ArrayList<>();
    sources.forEach(
        s -> topics.add(Topic.appendTime(snapshot(s), SNAPSHOT_PARTITIONS, snapshotRetention)));
    topics.add(Topic.appendTime(SNAPSHOTS, 1, snapshotRetention));
    topics.add(Topic.compacted(SOURCE_STATUS, 1));
    topics.add(Topic.kept(BUILD_REQUESTS, 1, Duration.ofDays(7)));
    topics.add(Topic.kept(BUILDS, 1, Duration.ofDays(90)));
    topics.add(Topic.kept(RENDER_ASSIGNMENTS, 4, Duration.ofDays(1)));
    topics.add(Topic.kept(RENDER_RESULTS, 4, Duration.ofDays(7)));
    return topics;
  }
}
