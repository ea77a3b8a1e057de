package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.build.RenderAssignment;
import cepa.topic.SnapshotEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The way of a build, from new data to live.
class ConductorTest extends OnABench {

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
