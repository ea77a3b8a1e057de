package cepa.build;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which build readers see: the object `live.json`, the only one that ever changes.
///
/// @param build id of the live build
/// @param previous id of the one before; null for the first
/// @param activated when it became live
/// @param hold true: later builds stop at CHECKED until someone resumes (set by a rollback)
public record LiveBuild(String build, @Nullable String previous, Instant activated, boolean hold) {}
