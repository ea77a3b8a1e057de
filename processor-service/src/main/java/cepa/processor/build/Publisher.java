package cepa.processor.build;

import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.error.RetriableException;
import cepa.store.PreconditionFailedException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a checked build live: one conditional write, whatever the site's size.
final class Publisher {

  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  private static final int ATTEMPTS = 3;

  private final BuildStore store;

  Publisher(BuildStore store) {
    this.store = store;
  }

  /// What came of publishing.
  sealed interface Outcome {}

  /// Readers see it.
  record Published() implements Outcome {}

  /// Publishing is on hold since a rollback.
  record Held() implements Outcome {}

  /// Someone else changed what readers see since the build was planned.
  record Overtaken(String by) implements Outcome {}

  /// Whether publishing is on hold.
  boolean isHeld() {
    return store.live().map(live -> live.value().hold()).orElse(false);
  }

  /// Whether readers see this build.
  boolean isLive(String build) {
    return store.live().map(live -> live.value().build().equals(build)).orElse(false);
  }

  Outcome publish(String build, BuildPlan plan, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<BuildStore.Live> live = store.live();
      String current = live.map(l -> l.value().build()).orElse(null);
      if (build.equals(current)) {
        return new Published();
      }
      if (live.isPresent() && live.get().value().hold()) {
        return new Held();
      }
      if (!Objects.equals(current, plan.live())) {
        return new Overtaken(current == null ? "nobody" : current);
      }
      try {
        store.setLive(live, new LiveBuild(build, current, now, false));
        return new Published();
      } catch (PreconditionFailedException e) {
        // Someone was quicker; what they wrote decides what this comes to.
        log.debug("The live pointer changed while build {} was published", build);
      }
    }
    throw new RetriableException("The live pointer keeps changing under build " + build, null);
  }
}
