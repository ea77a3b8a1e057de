package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.RetriableException;
import cepa.store.directory.DirectoryStore;
import cepa.topic.SnapshotEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConductorTest {

  private static final List<String> WHOLE_LIFE = List.of("Planned", "Staged", "Checked", "Live");

  @TempDir Path directory;
  private DirectoryStore objects;
  private Bench bench;

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    bench = new Bench(objects);
  }

  @AfterEach
  void close() {
    objects.close();
  }

  @Test
  void snapshotBecomesALiveBuild() {
    bench.details("d1", 0);

    BuildEvent.Planned planned = bench.build();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
    assertThat(bench.log.assignments)
        .containsExactly(assignment(planned, 0), assignment(planned, 1), assignment(planned, 2));
    assertThat(planned.plan().asOf()).isEqualTo(NOON);
    assertThat(planned.plan().cut()).isEqualTo(1);
    assertThat(planned.plan().base()).isNull();
    assertThat(bench.live().build()).isEqualTo(planned.build());
    assertThat(bench.builds.manifest(planned.build())).isPresent();
  }

  @Test
  void secondBuild_isBasedOnTheFirst() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    bench.details("d2", 1);
    BuildEvent.Planned second = bench.build();

    assertThat(second.plan().base()).isEqualTo(first.build());
    assertThat(second.plan().live()).isEqualTo(first.build());
    assertThat(bench.live())
        .isEqualTo(new LiveBuild(second.build(), first.build(), bench.clock.instant(), false));
  }

  @Test
  void nothingNew_buildsNothing() {
    bench.details("d1", 0);
    bench.build();
    bench.publish(
        new SnapshotEvent.Accepted("onionoo-details", "d1", "again", bench.clock.instant()));
    bench.wait(Bench.QUIET);

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void quarantinedSnapshot_startsNothingUntilAccepted() {
    bench.details("d1", 0);
    bench.build();
    var absurd = bench.snapshots.add("onionoo-details", "d2", NOON.plusSeconds(3600), "none");
    bench.publish(
        new SnapshotEvent.Published(
            new cepa.topic.SnapshotManifest(
                "d2",
                absurd.source(),
                absurd.endpoint(),
                absurd.published(),
                absurd.fetched(),
                null,
                "no relays",
                absurd.documents())));
    bench.wait(Duration.ofHours(1));

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void newerDataWaitsForTheRunningBuild() {
    bench.details("d1", 0);
    bench.plan();
    bench.details("d2", 1);
    bench.wait(Bench.QUIET);
    assertThat(bench.log.kinds()).containsExactly("Planned");

    bench.render(Bench.SHARDS);
    bench.advance();
    assertThat(bench.log.kinds())
        .containsExactly("Planned", "Staged", "Checked", "Live", "Planned");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Bench.SHARDS})
  void killedWithSoManyResults_isFinishedByTheNext(int results) {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.render(results);

    bench.kill();
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
    assertThat(bench.live().build()).isEqualTo(planned.build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Staged", "Checked", "Live"})
  void killedWhileFinishing_isFinishedByTheNext(String untold) {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.render(Bench.SHARDS);
    bench.log.fails = event -> event.getClass().getSimpleName().equals(untold);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;

    bench.kill();
    bench.clock.forward(Duration.ofSeconds(1));
    bench.advance();

    assertThat(bench.live().build()).isEqualTo(planned.build());
    assertThat(bench.log.kinds()).contains("Staged", "Checked").endsWith("Live");
    bench.advance();
    assertThat(bench.log.kinds()).endsWith("Live").containsOnlyOnce("Live");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Staged", "Checked", "Live"})
  void brokerAwayWhileFinishing_isTriedAgain(String untold) {
    bench.details("d1", 0);
    bench.plan();
    bench.render(Bench.SHARDS);
    bench.log.fails = event -> event.getClass().getSimpleName().equals(untold);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;
    bench.advance();

    assertThat(bench.log.kinds()).endsWith("Live").containsOnlyOnce("Live");
  }

  @Test
  void killedBeforeThePlanWasTold_plansAnew() {
    bench.details("d1", 0);
    bench.log.fails = BuildEvent.Planned.class::isInstance;
    assertThatThrownBy(bench::plan).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;

    bench.kill();
    bench.build();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void planTheBrokerTookWithoutSayingSo_isFollowed() {
    bench.details("d1", 0);
    bench.log.fails = BuildEvent.Planned.class::isInstance;
    bench.log.losesAnswers = true;
    assertThatThrownBy(bench::plan).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;
    bench.render(Bench.SHARDS);

    bench.advance();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void planHeardAfterAnotherWasMade_isCancelled() {
    bench.details("d1", 0);
    BuildEvent.Planned running = bench.plan();
    var lost = new BuildEvent.Planned("lost", running.at().minusSeconds(1), running.plan());
    bench.log.events.add(lost);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Cancelled.class).build()).isEqualTo("lost");
    bench.render(Bench.SHARDS);
    bench.advance();
    assertThat(bench.live().build()).isEqualTo(running.build());
  }

  @Test
  void buildOfOtherCode_isCancelledAndBuiltAnew() {
    bench.details("d1", 0);
    bench.plan();

    bench.replace("other");
    bench.advance();
    assertThat(bench.log.kinds()).containsExactly("Planned", "Cancelled");
    BuildEvent.Planned planned = bench.build();

    assertThat(planned.plan().codeVersion()).isEqualTo("other");
    assertThat(bench.live().build()).isEqualTo(planned.build());
  }

  @Test
  void otherCode_keepsNoPages() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    bench.replace("other");
    BuildEvent.Planned second = bench.build();

    assertThat(second.plan().base()).isNull();
    assertThat(second.plan().live()).isEqualTo(first.build());
    assertThat(second.plan().model()).isNotEqualTo(first.plan().model());
  }

  @Test
  void failedShard_endsTheBuild() {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.report(new ShardResult.Failed(planned.build(), 1, "relay.peb:3", "renderer-1"));
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Failed.class).reasons())
        .singleElement()
        .asString()
        .contains("Shard 1", "relay.peb:3");
    assertThat(bench.builds.live()).isEmpty();

    bench.details("d2", 1);
    bench.build();
    assertThat(bench.log.kinds()).endsWith("Live");
  }

  @Test
  void noShardForTheDeadline_endsTheBuild_eachShardPutsItOff() {
    bench.details("d1", 0);
    bench.plan();
    bench.wait(Bench.DEADLINE);
    bench.render(1);
    bench.wait(Bench.DEADLINE);
    assertThat(bench.log.kinds()).containsExactly("Planned");

    bench.wait(Duration.ofSeconds(1));

    assertThat(bench.log.last(BuildEvent.Failed.class).reasons())
        .singleElement()
        .asString()
        .contains("1 of 3", "300 s", Bench.CODE);
  }

  @Test
  void resultOfAShardThereIsNot_isPassedOver() {
    bench.details("d1", 0);
    bench.plan();
    RenderAssignment last = bench.log.assignments.getLast();
    bench.report(
        bench.renderer.render(
            new RenderAssignment(
                last.build(), 77, last.shards(), last.model(), null, last.codeVersion())));
    bench.render(2);
    bench.advance();

    assertThat(bench.log.kinds()).containsExactly("Planned");
  }

  @Test
  void buildThatDoesNotPassTheGate_fails_andReadersSeeTheOldOne() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    bench.details("d2", 1);
    bench.plan();
    bench.renderer.extra.put("/broken/", "<a href=\"/nowhere/\">x</a>");
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Failed.class).reasons()).isNotEmpty();
    assertThat(bench.live().build()).isEqualTo(first.build());
  }

  @Test
  void modelThatIsGone_failsTheBuild_notTheProcessor() {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.render(Bench.SHARDS);
    objects.delete(List.of(cepa.artefact.ModelStore.descriptorKey(planned.plan().model())));
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Failed.class).reasons())
        .singleElement()
        .asString()
        .contains("missing");
    bench.details("d2", 1);
    bench.build();
    assertThat(bench.log.kinds()).endsWith("Live");
  }

  @Test
  void onHold_buildsStopAtChecked() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    hold();
    bench.details("d2", 1);
    bench.build();

    assertThat(bench.log.last(BuildEvent.Checked.class).held()).isEqualTo("hold");
    assertThat(bench.live().build()).isEqualTo(first.build());
    bench.kill();
    bench.advance();
    assertThat(bench.log.kinds()).endsWith("Staged", "Checked");
  }

  @Test
  void anotherPublisherWasQuicker_supersedes() {
    bench.details("d1", 0);
    bench.build();
    bench.details("d2", 1);
    bench.plan();
    Optional<BuildStore.Live> live = bench.builds.live();
    bench.builds.setLive(live, new LiveBuild("by-hand", null, bench.clock.instant(), false));
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Superseded.class).by()).isEqualTo("by-hand");
    assertThat(bench.live().build()).isEqualTo("by-hand");
  }

  @Test
  void cancelledBySomeone_isNotPublished() {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.log.events.add(
        new BuildEvent.Cancelled(planned.build(), bench.clock.instant(), "by hand"));
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.kinds()).containsExactly("Planned", "Cancelled");
    assertThat(bench.builds.live()).isEmpty();
  }

  @Test
  void requestIsAnsweredOnce_thoughReadTwice() {
    bench.details("d1", 0);
    bench.build();
    var request = new BuildRequest.Latest("r1", true, true);
    bench.request(request);
    bench.request(request);
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();
    bench.request(request);
    bench.advance();
    bench.kill();
    bench.advance();

    assertThat(bench.log.kinds()).filteredOn("Planned"::equals).hasSize(2);
    assertThat(bench.log.last(BuildEvent.Planned.class).plan().request()).isEqualTo("r1");
    assertThat(bench.log.last(BuildEvent.Planned.class).plan().base()).as("full").isNull();
  }

  @Test
  void requestForWhatIsLive_isAnsweredWithIt() {
    bench.details("d1", 0);
    BuildEvent.Planned live = bench.build();
    bench.request(new BuildRequest.Latest("r1", false, true));
    bench.advance();

    var answered = bench.log.last(BuildEvent.Answered.class);
    assertThat(answered.build()).isEqualTo(live.build());
    assertThat(answered.request()).isEqualTo("r1");
  }

  @Test
  void requestThatCannotBeMet_isRefused_andTheNextOneIsHeard() {
    bench.request(new BuildRequest.SameInputs("r1", "nothing", true));
    bench.request(new BuildRequest.AsOf("r2", NOON, true));
    bench.request(new BuildRequest.Latest("r3", false, true));
    bench.advance();
    bench.advance();
    bench.advance();

    assertThat(bench.log.events)
        .extracting(event -> ((BuildEvent.Refused) event).reason())
        .satisfiesExactly(
            r1 -> assertThat(r1).contains("no build nothing"),
            r2 -> assertThat(r2).contains("2026-01-15T12:00:00Z"),
            r3 -> assertThat(r3).contains("No details snapshot"));
  }

  @Test
  void preview_staysChecked() {
    bench.details("d1", 0);
    BuildEvent.Planned live = bench.build();
    bench.details("d2", 1);
    bench.request(new BuildRequest.AsOf("r1", NOON, false));
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Checked.class).held()).isEqualTo("preview");
    assertThat(bench.live().build()).isEqualTo(live.build());
  }

  @Test
  void damagedSnapshot_isLeftOut_andTheOneBeforeIsUsed() {
    bench.details("d1", 0);
    bench.uptime("u1", 0);
    bench.uptime("u2", 0);
    bench.snapshots.damage("u2");

    BuildEvent.Planned planned = bench.build();

    assertThat(planned.plan().inputs()).containsEntry("onionoo-uptime", "u1");
    assertThat(bench.log.kinds()).endsWith("Live");
  }

  @Test
  void damagedDetails_areLeftOut_alsoFromTheHistory() {
    bench.details("d1", 0);
    bench.build();
    bench.details("d2", 1);
    bench.snapshots.damage("d2");
    bench.wait(Bench.QUIET);
    assertThat(bench.log.kinds()).as("nothing new").isEqualTo(WHOLE_LIFE);

    bench.details("d3", 2);
    BuildEvent.Planned third = bench.build();
    assertThat(third.plan().inputs()).containsEntry("onionoo-details", "d3");
    assertThat(bench.log.kinds()).endsWith("Live");
  }

  @Test
  void metricsTellOutcomesStagesAndAge() {
    bench.details("d1", 0);
    bench.build();
    bench.clock.forward(Duration.ofMinutes(5));

    assertThat(bench.meters.get("cepa.build.ended").tag("outcome", "live").counter().count())
        .isEqualTo(1);
    for (String stage : List.of("plan", "render", "check", "publish")) {
      assertThat(bench.meters.get("cepa.build.stage").tag("stage", stage).timer().count())
          .as(stage)
          .isEqualTo(1);
    }
    assertThat(bench.meters.get("cepa.build.live.age").timeGauge().value())
        .isEqualTo((double) Duration.between(NOON, bench.clock.instant()).toSeconds());
    assertThat(bench.meters.get("cepa.model.relays").gauge().value()).isEqualTo(2);
  }

  private void hold() {
    Optional<BuildStore.Live> live = bench.builds.live();
    LiveBuild value = live.orElseThrow().value();
    bench.builds.setLive(
        live, new LiveBuild(value.build(), value.previous(), value.activated(), true));
  }

  private static RenderAssignment assignment(BuildEvent.Planned planned, int shard) {
    return new RenderAssignment(
        planned.build(), shard, Bench.SHARDS, planned.plan().model(), null, Bench.CODE);
  }
}
