package cepa.processor.build;

import cepa.artefact.ModelStore;
import cepa.build.BuildEvent;
import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.processor.build.BuildMetrics.Stage;
import cepa.store.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a build whose shards are all staged to its end: manifest, gate, live. Every step can be
/// repeated.
final class Finisher {

  private static final Logger log = LoggerFactory.getLogger(Finisher.class);

  private final BuildStore builds;
  private final ModelStore models;
  private final Gate gate;
  private final Publisher publisher;
  private final BuildMetrics metrics;
  private final InstantSource clock;

  Finisher(ObjectStore objects, BuildMetrics metrics, InstantSource clock) {
    this.builds = new BuildStore(objects);
    this.models = new ModelStore(objects);
    this.gate = new Gate(objects);
    this.publisher = new Publisher(builds);
    this.metrics = metrics;
    this.clock = clock;
  }

  /// @param tell takes each step as it is taken
  void finish(ShardTracker build, Consumer<BuildEvent> tell) {
    BuildManifest manifest =
        builds
            .manifest(build.build())
            .orElseGet(() -> {
              BuildManifest made = build.manifest(clock.instant());
              builds.putManifest(made);
              return made;
            });
    tell.accept(
        new BuildEvent.Staged(
            build.build(),
            manifest.created(),
            manifest.pages(),
            build.rendered(),
            build.changed(),
            build.packBytes()));
    List<String> findings = metrics.time(Stage.CHECK, () -> findings(manifest));
    if (findings.isEmpty()) {
      metrics.time(Stage.PUBLISH, () -> publish(build, tell));
    } else {
      log.error("Build {} did not pass the gate: {}", build.build(), findings);
      tell.accept(new BuildEvent.Failed(build.build(), clock.instant(), findings));
    }
  }

  private List<String> findings(BuildManifest manifest) {
    Map<String, Integer> expected = models.descriptor(manifest.plan().model()).objects();
    BuildManifest previous =
        manifest.plan().live() == null
            ? null
            : builds.manifest(manifest.plan().live()).orElse(null);
    return gate.findings(manifest, expected, previous);
  }

  private BuildEvent publish(ShardTracker build, Consumer<BuildEvent> tell) {
    BuildEvent end = end(build, tell);
    tell.accept(end);
    return end;
  }

  private BuildEvent end(ShardTracker build, Consumer<BuildEvent> tell) {
    String id = build.build();
    if (!build.plan().publish()) {
      return held(id, "preview");
    }
    if (publisher.isHeld() && !publisher.isLive(id)) {
      return held(id, "hold");
    }
    tell.accept(new BuildEvent.Checked(id, clock.instant(), ""));
    return switch (publisher.publish(id, build.plan(), clock.instant())) {
      case Publisher.Published _ -> {
        log.info(
            "Build {} is live: {} pages rendered, {} changed",
            id,
            build.rendered(),
            build.changed());
        yield new BuildEvent.Live(id, clock.instant());
      }
      case Publisher.Held _ -> held(id, "hold");
      case Publisher.Overtaken overtaken -> {
        log.warn("Build {} is superseded by {}", id, overtaken.by());
        yield new BuildEvent.Superseded(id, clock.instant(), overtaken.by());
      }
    };
  }

  private BuildEvent held(String build, String reason) {
    log.info("Build {} is checked and stays there: {}", build, reason);
    return new BuildEvent.Checked(build, clock.instant(), reason);
  }
}
