package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import org.jspecify.annotations.Nullable;

/// What a download may build on.
///
/// @param previous what upstream served last, from the same endpoint and verified to be whole on
///   the log; null if there is no such snapshot, and then nothing may be asked for conditionally
/// @param spool where bodies go
/// @param meter counts requests and bytes
public record DownloadContext(
    @Nullable SnapshotManifest previous, Spool spool, AttemptMeter meter) {}
