package cepa.processor;

import cepa.artefact.SeriesArchive;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One source as the processor sees it: how its records become data. A reader is a Spring component
/// in a package of its own; adding one changes no existing file.
///
/// @param <D> the data it makes, the type analyses ask for
public interface SourceReader<D> {

  /// Id of the source, e.g. `onionoo-details`.
  String source();

  Class<D> makes();

  /// How old its data normally are at the model's moment, and how old they may be at all.
  AgeLimits limits();

  /// Reads a whole snapshot. Records that make no sense are counted, never a reason to lose the
  /// others.
  D read(SnapshotManifest snapshot, SnapshotReader log);

  /// The history graphs in the data, to be stored beside the model; null if the source has none.
  default @Nullable SeriesArchive series(D data) {
    return null;
  }

  /// @param stale older than this: shown, and said to be stale
  /// @param unusable older than this: not used, as if nothing had been accepted
  record AgeLimits(Duration stale, Duration unusable) {}
}
