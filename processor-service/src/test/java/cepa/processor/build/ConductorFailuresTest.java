package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Builds that fail, and data that cannot be read.
class ConductorFailuresTest extends OnABench {

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
}
