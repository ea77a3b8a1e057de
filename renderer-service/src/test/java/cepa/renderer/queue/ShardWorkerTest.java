package cepa.renderer.queue;

import static cepa.testing.model.Networks.aNetworkOf;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.renderer.stage.Progress;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.MemoryStore;
import cepa.renderer.toy.ToyRelays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardWorkerTest {

  private static final int LAST_DELIVERY = 5;

  private final MemoryStore store = new MemoryStore();
  private final LocalBuilds builds = new LocalBuilds(store, 2, new ToyRelays());
  private final EndedBuilds ended = new EndedBuilds();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ShardWorker worker =
      new ShardWorker(
          builds.renderer(),
          ended,
          new RenderMetrics(meters),
          new ShardWorker.Policy("r-1", "code-1", LAST_DELIVERY, Duration.ofSeconds(1)));
  private final RenderAssignment assignment =
      builds.assignment("b", 0, aNetworkOf(10, 1).load("m"), null);

  @Test
  void assignment_isRenderedAndCounted() {
    Outcome outcome = handle(1);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Report.class,
            report -> assertThat(report.result()).isInstanceOf(ShardResult.Staged.class));
    assertThat(meters.counter("cepa.render.shards", "outcome", "staged").count()).isOne();
    assertThat(meters.counter("cepa.render.pages", "outcome", "rendered").count()).isPositive();
    assertThat(meters.counter("cepa.render.bytes", "kind", "pack").count()).isPositive();
    assertThat(meters.timer("cepa.render.step", "step", "render").count()).isOne();
  }

  @Test
  void otherCode_isPassedOverWithoutLoadingAnything() {
    var foreign = new RenderAssignment("b", 0, 2, "unknown-model", null, "code-2");

    assertThat(worker.handle(foreign, 1, Progress.ignored()))
        .isEqualTo(new Outcome.PassOver("is for code code-2"));
  }

  @Test
  void endedBuild_isPassedOver() {
    ended.fold(new BuildEvent.Failed("b", Instant.EPOCH, List.of("gate")));

    assertThat(handle(1)).isInstanceOf(Outcome.PassOver.class);
  }

  @Test
  void plannedBuild_isNotEnded() {
    ended.fold(new BuildEvent.Refused("b", Instant.EPOCH, "request", "no such build"));

    assertThat(handle(1)).isInstanceOf(Outcome.Report.class);
  }

  @Test
  void busyStore_bringsItBackAfterGrowingDelays() {
    store.failWith(new RetriableException("busy", null));

    assertThat(handle(1)).isEqualTo(new Outcome.Again(Duration.ofMillis(250), "busy"));
    assertThat(handle(2)).isEqualTo(new Outcome.Again(Duration.ofMillis(500), "busy"));
    assertThat(handle(4)).isEqualTo(new Outcome.Again(Duration.ofSeconds(1), "busy"));
  }

  @Test
  void busyStoreAtTheLastDelivery_isReported() {
    store.failWith(new RetriableException("busy", null));

    assertThat(handle(LAST_DELIVERY))
        .isEqualTo(
            new Outcome.Report(
                new ShardResult.Failed("b", 0, "given up after 5 deliveries: busy", "r-1")));
  }

  @Test
  void hopelessTrouble_isReportedAtOnce() {
    store.failWith(new PermanentException("no such bucket"));

    assertThat(handle(1))
        .isEqualTo(new Outcome.Report(new ShardResult.Failed("b", 0, "no such bucket", "r-1")));
  }

  @Test
  void defect_failsTheShardAndNotTheWorker() {
    store.failWith(new IllegalStateException("defect"));

    assertThat(handle(1))
        .isInstanceOfSatisfying(
            Outcome.Report.class,
            report ->
                assertThat(((ShardResult.Failed) report.result()).reason()).contains("defect"));
  }

  private Outcome handle(int delivery) {
    return worker.handle(assignment, delivery, Progress.ignored());
  }
}
