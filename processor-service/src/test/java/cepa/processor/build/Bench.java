package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static cepa.processor.source.onionoodetails.TestRelay.snapshot;

import cepa.artefact.ModelStore;
import cepa.artefact.SeriesArchive;
import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.model.SiteSettings;
import cepa.processor.Components;
import cepa.processor.SourceReader;
import cepa.processor.history.HistoryStore;
import cepa.processor.model.HistoryChain;
import cepa.processor.model.InputSelection;
import cepa.processor.model.ModelBuilder;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.store.ObjectStore;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A conductor with all its real parts, on a store in a directory, a log in memory and a clock
/// moved by hand; and renderers that stage what they are told.
final class Bench {

  static final String CODE = "c0de";
  static final int SHARDS = 3;
  static final Duration DEADLINE = Duration.ofMinutes(5);
  static final Duration QUIET = Duration.ofSeconds(10);

  final ObjectStore objects;
  final BuildStore builds;
  final TestSnapshots snapshots = new TestSnapshots();
  final MemoryBuildLog log = new MemoryBuildLog();
  final HandClock clock = new HandClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final ScriptedRenderer renderer;

  private final List<Signal> topic = new ArrayList<>();
  private final List<ShardResult> results = new ArrayList<>();
  private Conductor conductor;
  private long offset;
  private int told;
  private String code = CODE;

  Bench(ObjectStore objects) {
    this.objects = objects;
    builds = new BuildStore(objects);
    renderer = new ScriptedRenderer(objects);
    conductor = conductor();
  }

  /// Another processor in place of this one: it knows what is on the topics and nothing else.
  void kill() {
    conductor = conductor();
    topic.forEach(conductor::hear);
    log.events.forEach(event -> conductor.hear(new Signal.Told(event)));
    told = log.events.size();
    results.forEach(result -> conductor.hear(new Signal.Reported(result)));
    conductor.resume();
  }

  /// Like [#kill()], and the new one is of other code.
  void replace(String newCode) {
    code = newCode;
    kill();
  }

  Conductor conductor() {
    List<SourceReader<?>> readers = Components.all().readers();
    var details = new DetailsReader();
    var metrics = new BuildMetrics(meters, clock);
    var site = new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7);
    var planner =
        new Planner(
            new InputSelection(readers, Set.of(), DetailsReader.SOURCE),
            new HistoryChain(
                new HistoryStore(objects), manifest -> snapshots.load(details, manifest)),
            new ModelBuilder(
                readers,
                Components.all().analyses(),
                snapshots,
                new ModelStore(objects),
                site,
                code,
                meters),
            builds,
            new Planner.Shape(code, SHARDS, ""));
    var waits = new BuildTrigger.Waits(true, QUIET, Duration.ofSeconds(60), Duration.ZERO);
    return new Conductor(
        planner,
        new Finisher(objects, metrics, clock),
        new BuildTrigger(waits, Set.of(DetailsReader.SOURCE)),
        new Conductor.Limits(code, DEADLINE),
        new Conductor.Telling(log, metrics, clock));
  }

  List<GarbageCollector.Unfinished> unfinished() {
    return conductor.unfinished();
  }

  /// A details snapshot, published so many hours after noon.
  SnapshotManifest details(String id, int hours, TestRelay... relays) {
    Instant published = NOON.plus(Duration.ofHours(hours));
    SnapshotManifest manifest =
        snapshots.add(DetailsReader.SOURCE, id, published, snapshot(id, published, relays));
    publish(new SnapshotEvent.Published(manifest));
    return manifest;
  }

  /// Some relays that differ by the hour.
  SnapshotManifest details(String id, int hours) {
    return details(
        id,
        hours,
        aRelay("A").with("country", "de").with("observed_bandwidth", 100 + hours),
        aRelay("B").with("country", "fr").with("as", "AS1"));
  }

  SnapshotManifest uptime(String id, int hours) {
    SnapshotManifest manifest =
        snapshots.add(
            UptimeReader.SOURCE,
            id,
            NOON.plus(Duration.ofHours(hours)),
            new UptimeData(Map.of(), new SeriesArchive.Writer().finish()));
    publish(new SnapshotEvent.Published(manifest));
    return manifest;
  }

  void publish(SnapshotEvent event) {
    hear(new Signal.Snapshot(offset++, event));
  }

  void request(BuildRequest request) {
    hear(new Signal.Requested(request));
  }

  private void hear(Signal signal) {
    topic.add(signal);
    conductor.hear(signal);
  }

  void report(ShardResult result) {
    results.add(result);
    conductor.hear(new Signal.Reported(result));
  }

  /// Lets the quiet time pass and takes a step.
  void wait(Duration time) {
    clock.forward(time);
    advance();
  }

  /// What was told comes back from the topic, then the steps that are due are taken.
  void advance() {
    while (told < log.events.size()) {
      conductor.hear(new Signal.Told(log.events.get(told++)));
    }
    conductor.advance();
  }

  /// Starts a build of what was published.
  BuildEvent.Planned plan() {
    wait(QUIET);
    return log.last(BuildEvent.Planned.class);
  }

  /// Renders the shards of the last plan that are still open.
  void render(int shards) {
    List<RenderAssignment> last =
        log.assignments.subList(log.assignments.size() - SHARDS, log.assignments.size());
    last.stream().limit(shards).forEach(assignment -> report(renderer.render(assignment)));
  }

  /// A whole build of what was published.
  BuildEvent.Planned build() {
    BuildEvent.Planned planned = plan();
    render(SHARDS);
    clock.forward(Duration.ofSeconds(1));
    advance();
    return planned;
  }

  /// What readers see.
  LiveBuild live() {
    return builds.live().orElseThrow().value();
  }
}
