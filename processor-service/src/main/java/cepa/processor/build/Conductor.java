package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.ShardResult;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.processor.build.BuildMetrics.Stage;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Runs builds, one at a time: decides when one starts, follows its shards, finishes it. Everything
/// it knows it read from topics, so a new one goes on where a killed one was. One thread calls it;
/// it owns no thread, no clock and no connection.
final class Conductor {

  private static final Logger log = LoggerFactory.getLogger(Conductor.class);

  private final Planner planner;
  private final Finisher finisher;
  private final BuildLog buildLog;
  private final BuildTrigger trigger;
  private final Limits limits;
  private final BuildMetrics metrics;
  private final InstantSource clock;

  private final SnapshotLedger snapshots = new SnapshotLedger();
  private final BuildLedger builds = new BuildLedger();
  private final Deque<BuildRequest> requests = new ArrayDeque<>();

  /// Results of builds that are neither running nor known to have ended: topics have no common
  /// order, so a result may be heard before its plan.
  private final Map<String, List<ShardResult>> early = new HashMap<>();

  private @Nullable ShardTracker running;
  private Instant lastProgress = Instant.MIN;
  private boolean foundPlans;

  /// @param shardDeadline a build fails if no shard was reported for so long
  record Limits(String codeVersion, Duration shardDeadline) {}

  /// Where builds are told, timed and counted.
  record Telling(BuildLog buildLog, BuildMetrics metrics, InstantSource clock) {}

  Conductor(
      Planner planner, Finisher finisher, BuildTrigger trigger, Limits limits, Telling telling) {
    this.planner = planner;
    this.finisher = finisher;
    this.trigger = trigger;
    this.limits = limits;
    this.buildLog = telling.buildLog();
    this.metrics = telling.metrics();
    this.clock = telling.clock();
  }

  /// Takes in what a topic said.
  void hear(Signal signal) {
    switch (signal) {
      case Signal.Snapshot snapshot -> {
        snapshots.fold(snapshot.offset(), snapshot.event());
        boolean waits =
            snapshot.event() instanceof SnapshotEvent.Published published
                && published.manifest().quarantine() != null;
        if (!waits) {
          trigger.snapshot(snapshot.event().source(), clock.instant());
        }
      }
      case Signal.Status status -> trigger.status(status.status());
      case Signal.Requested requested -> requests.add(requested.request());
      case Signal.Told told -> {
        foundPlans |= builds.find(told.event().build()).isEmpty();
        fold(told.event());
      }
      case Signal.Reported reported -> report(reported.result());
    }
  }

  private void fold(BuildEvent event) {
    builds.fold(event);
    builds
        .find(event.build())
        .ifPresent(build -> {
          if (build.isEnded()) {
            early.remove(build.build());
          }
          if (event instanceof BuildEvent.Live) {
            metrics.live(build.plan().asOf());
          }
        });
  }

  private void report(ShardResult result) {
    ShardTracker build = running;
    if (build != null && build.build().equals(result.build())) {
      if (build.add(result)) {
        lastProgress = clock.instant();
      }
    } else if (!isEnded(result.build())) {
      early.computeIfAbsent(result.build(), _ -> new ArrayList<>()).add(result);
    }
  }

  private boolean isEnded(String build) {
    return builds.find(build).map(BuildLedger.Entry::isEnded).orElse(false);
  }

  /// Everything that was on the topics has been heard: results of builds whose plan is long gone
  /// belong to nothing. Called once.
  void resume() {
    early.keySet().removeIf(build -> builds.find(build).isEmpty());
  }

  /// Takes the steps that are due.
  ///
  /// @throws RetriableException if broker or store do not answer; call again later
  /// @throws FencedException if another processor conducts now
  void advance() {
    if (foundPlans) {
      takeUp();
      foundPlans = false;
    }
    ShardTracker build = running;
    if (build != null) {
      try (var _ = MDC.putCloseable("build", build.build())) {
        follow(build);
      }
    }
    if (running == null) {
      start();
    }
  }

  /// Builds this conductor did not start itself: a killed processor left them behind, or the broker
  /// took a plan and could not say so. The newest one goes on if nothing runs; others are ended.
  private void takeUp() {
    List<BuildLedger.Entry> found =
        builds.builds().reversed().stream()
            .filter(build -> !build.isEnded() && !isRunning(build.build()))
            .toList();
    for (BuildLedger.Entry build : found) {
      if (!build.plan().codeVersion().equals(limits.codeVersion())) {
        cancel(build.build(), "planned by other code: " + build.plan().codeVersion());
      } else if (running != null) {
        cancel(build.build(), "a newer build was planned");
      } else {
        log.info("Build {} goes on", build.build());
        run(new ShardTracker(build.build(), build.plan()));
      }
    }
  }

  private boolean isRunning(String build) {
    return running != null && running.build().equals(build);
  }

  private void cancel(String build, String reason) {
    log.info("Build {} is cancelled: {}", build, reason);
    tell(new BuildEvent.Cancelled(build, clock.instant(), reason));
  }

  private void run(ShardTracker build) {
    running = build;
    lastProgress = clock.instant();
    List<ShardResult> known = early.remove(build.build());
    if (known != null) {
      known.forEach(build::add);
    }
  }

  private void follow(ShardTracker build) {
    Instant now = clock.instant();
    if (isEnded(build.build())) {
      log.info("Build {} was ended by someone else", build.build());
      running = null;
    } else if (build.failure().isPresent()) {
      fail(build, build.failure().get());
    } else if (build.isComplete()) {
      finish(build);
    } else if (lastProgress.plus(limits.shardDeadline()).isBefore(now)) {
      fail(
          build,
          "No shard was reported for "
              + limits.shardDeadline().toSeconds()
              + " s ("
              + build.done()
              + " of "
              + build.plan().shards()
              + " are done). Are renderers of code "
              + limits.codeVersion()
              + " running?");
    }
  }

  private void finish(ShardTracker build) {
    builds
        .find(build.build())
        .filter(entry -> entry.state() == BuildLedger.State.PLANNED)
        .ifPresent(entry ->
            metrics.record(Stage.RENDER, Duration.between(entry.planned(), clock.instant())));
    try {
      finisher.finish(build, this::tell);
      running = null;
    } catch (RetriableException | FencedException e) {
      throw e;
    } catch (PermanentException e) {
      fail(build, "It cannot be finished: " + e.getMessage());
    } catch (RuntimeException e) {
      // A defect that this build shows at every further attempt must not keep others from running.
      log.error("Build {} cannot be finished", build.build(), e);
      fail(build, "It cannot be finished: " + e);
    }
  }

  private void fail(ShardTracker build, String reason) {
    log.error("Build {} failed: {}", build.build(), reason);
    tell(new BuildEvent.Failed(build.build(), clock.instant(), List.of(reason)));
    running = null;
  }

  private void start() {
    while (!requests.isEmpty()) {
      BuildRequest request = requests.peek();
      if (isTooEarly(request)) {
        return;
      }
      if (builds.answer(request.id()).isEmpty()) {
        Instant now = clock.instant();
        begin(plan(() -> planner.requested(request, snapshots, builds, now)), request.id());
        requests.poll();
        return;
      }
      requests.poll();
    }
    Instant now = clock.instant();
    if (trigger.isDue(now, builds)) {
      begin(plan(() -> planner.automatic(snapshots, now)), null);
      trigger.done();
    }
  }

  /// Topics are followed one by one, so a request may arrive before snapshots it must not miss.
  private boolean isTooEarly(BuildRequest request) {
    return request instanceof BuildRequest.Latest latest && latest.heard() > snapshots.end();
  }

  private Planner.Outcome plan(Supplier<Planner.Outcome> planning) {
    try {
      return metrics.time(Stage.PLAN, planning);
    } catch (RetriableException | FencedException e) {
      throw e;
    } catch (PermanentException e) {
      return new Planner.Impossible(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A defect that shows at every further attempt must not keep other builds from running.
      log.error("A build cannot be planned", e);
      return new Planner.Impossible("It cannot be planned: " + e);
    }
  }

  private void begin(Planner.Outcome outcome, @Nullable String request) {
    Instant now = clock.instant();
    switch (outcome) {
      case Planner.Planned planned -> {
        BuildEvent.Planned event = planned.event();
        buildLog.plan(event, planned.assignments());
        fold(event);
        run(new ShardTracker(event.build(), event.plan()));
        log.info(
            "Build {} planned: as of {}, {}",
            event.build(),
            event.plan().asOf(),
            event.plan().cause());
      }
      case Planner.AlreadyLive live -> {
        log.info("Nothing to build: {} is live with the same inputs", live.build());
        if (request != null) {
          tell(new BuildEvent.Answered(live.build(), now, request));
        }
      }
      case Planner.Impossible impossible -> {
        log.warn("No build: {}", impossible.reason());
        if (request != null) {
          tell(new BuildEvent.Refused(request, now, request, impossible.reason()));
        }
      }
    }
  }

  /// The builds under way.
  List<GarbageCollector.Unfinished> unfinished() {
    return builds.builds().stream()
        .filter(build -> !build.isEnded())
        .map(build -> new GarbageCollector.Unfinished(build.plan().model(), build.plan().base()))
        .toList();
  }

  private void tell(BuildEvent event) {
    buildLog.tell(event);
    metrics.ended(event);
    fold(event);
  }
}
