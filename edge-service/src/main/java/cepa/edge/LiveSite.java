package cepa.edge;

import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.ObjectStore.ObjectInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows `live.json`. The site it names replaces the one before in one step; a site that cannot
/// be loaded replaces nothing.
final class LiveSite {

  private static final Logger log = LoggerFactory.getLogger(LiveSite.class);

  /// A build that could not be loaded is tried again this much later.
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final ObjectStore store;
  private final BuildStore builds;
  private final SiteLoader loader;
  private final InstantSource clock;

  private volatile @Nullable Current current;
  private volatile @Nullable String problem;
  private String refusedTag = "";
  private Instant refusedUntil = Instant.MIN;

  LiveSite(ObjectStore store, SiteLoader loader, InstantSource clock) {
    this.store = store;
    this.builds = new BuildStore(store);
    this.loader = loader;
    this.clock = clock;
  }

  /// What readers see; null before the first build. Ask once a request.
  @Nullable Current current() {
    return current;
  }

  /// What every link of the live build begins with; empty at the root and before the first build.
  String prefix() {
    Current now = current;
    return now == null ? "" : now.site().prefix();
  }

  /// What keeps the newest state from being served; null if nothing does.
  @Nullable String problem() {
    return problem;
  }

  /// Looks at the pointer and follows it. Never throws: the site at hand is served on.
  synchronized void check() {
    try {
      Optional<ObjectInfo> pointer = store.head(BuildStore.LIVE);
      Current before = current;
      if (pointer.isEmpty()) {
        problem = before == null ? null : "live.json has vanished from the object store";
      } else if (before != null && before.tag().equals(pointer.get().etag())) {
        problem = null;
      } else if (!isRefused(pointer.get().etag())) {
        builds.live().ifPresent(this::follow);
      }
    } catch (RuntimeException e) {
      // The top of the poll: whatever is wrong with the newest state, readers keep the one at hand
      // and the next poll must come.
      report("Cannot follow live.json", e);
    }
  }

  private boolean isRefused(String tag) {
    return tag.equals(refusedTag) && clock.instant().isBefore(refusedUntil);
  }

  private void follow(BuildStore.Live live) {
    Current before = current;
    try {
      Site site = load(live.value().build(), before);
      current = new Current(live.value(), live.etag(), site);
      problem = null;
      refusedTag = "";
      log.info(
          "Build {} is live: {} paths, {} KB of routes",
          site.build(),
          site.routes().size(),
          site.routes().bytes() / 1024);
    } catch (CepaException e) {
      refusedTag = live.etag();
      refusedUntil = clock.instant().plus(RETRY);
      report("Build " + live.value().build() + " cannot be served, the one before stays", e);
    }
  }

  private Site load(String build, @Nullable Current before) {
    if (before != null && before.site().build().equals(build)) {
      return before.site();
    }
    return loader
        .load(build)
        .orElseThrow(() -> new PermanentException("Its manifest is not in the object store"));
  }

  private void report(String what, Exception e) {
    String now = what + ": " + e.getMessage();
    if (!now.equals(problem)) {
      log.error(now, e);
      problem = now;
    }
  }

  /// The live build at one moment.
  ///
  /// @param live the pointer
  /// @param tag its entity tag
  /// @param site the build it names
  record Current(LiveBuild live, String tag, Site site) {}
}
