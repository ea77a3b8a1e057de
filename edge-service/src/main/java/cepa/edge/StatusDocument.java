package cepa.edge;

import cepa.build.BuildManifest;
import cepa.topic.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/status.json`: how fresh the site is right now.
///
/// @param at when this was answered
/// @param release released version of the edge
/// @param state `ok`, `degraded` (the site is served, but something keeps it from being followed)
///   or `awaiting` (there is no build yet)
/// @param live the build readers see; null before the first
/// @param sources by source id; null: unknown, because the broker cannot be reached
record StatusDocument(
    Instant at, String release, String state, @Nullable Live live, @Nullable List<Source> sources) {

  static StatusDocument of(Instant at, String release, LiveSite site, SourceStatuses statuses) {
    LiveSite.Current current = site.current();
    return new StatusDocument(
        at,
        release,
        current == null ? "awaiting" : site.problem() == null ? "ok" : "degraded",
        current == null ? null : Live.of(current),
        statuses.known().map(all -> all.stream().map(s -> Source.of(s, at)).toList()).orElse(null));
  }

  /// @param build id of the build
  /// @param previous the build before it; null for the first
  /// @param activated when readers began to see it
  /// @param hold whether later builds wait until someone resumes
  /// @param asOf the moment its pages speak of
  /// @param pages number of paths
  /// @param codeVersion digest of the code that made it
  record Live(
      String build,
      @Nullable String previous,
      Instant activated,
      boolean hold,
      Instant asOf,
      long pages,
      String codeVersion) {

    private static Live of(LiveSite.Current current) {
      BuildManifest manifest = current.site().manifest();
      return new Live(
          manifest.build(),
          current.live().previous(),
          current.live().activated(),
          current.live().hold(),
          manifest.plan().asOf(),
          manifest.pages(),
          manifest.plan().codeVersion());
    }
  }

  /// @param source id
  /// @param outcome how the last attempt ended: published, quarantined, unchanged, failed
  /// @param reason what went wrong; null if nothing did
  /// @param attempted when the last attempt began
  /// @param lastSuccess when an attempt last ended well; null if never
  /// @param published upstream's time of the newest snapshot; null if there is none
  /// @param ageSeconds seconds since then; null if there is none
  /// @param consecutiveFailures failed attempts since the last success
  /// @param nextAttempt when the next one is due; null if none is planned
  record Source(
      String source,
      String outcome,
      @Nullable String reason,
      Instant attempted,
      @Nullable Instant lastSuccess,
      @Nullable Instant published,
      @Nullable Long ageSeconds,
      int consecutiveFailures,
      @Nullable Instant nextAttempt) {

    private static Source of(SourceStatus status, Instant at) {
      Instant published = status.published();
      return new Source(
          status.source(),
          status.outcome().name().toLowerCase(java.util.Locale.ROOT),
          status.reason(),
          status.attempted(),
          status.lastSuccess(),
          published,
          published == null ? null : Duration.between(published, at).toSeconds(),
          status.consecutiveFailures(),
          status.nextAttempt());
    }
  }
}
