package cepa.processor.kafka;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.build.BuildEvent;
import cepa.build.BuildPlan;
import cepa.build.RenderAssignment;
import cepa.error.RetriableException;
import cepa.processor.build.FencedException;
import cepa.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class KafkaBuildLogIT {

  private TestBroker broker;
  private KafkaBuildLog log;

  @BeforeEach
  void start() {
    broker = new TestBroker();
    log = new KafkaBuildLog(broker.clients());
    log.open();
  }

  @AfterEach
  void stop() {
    log.close();
    broker.close();
  }

  @Test
  void planAndAssignmentsAreTold_spreadOverTheQueue() {
    log.plan(planned("b1", "cause"), assignments("b1", 8));
    log.tell(new BuildEvent.Live("b1", NOON));

    assertThat(broker.read(Topics.BUILDS, BuildEvent.class))
        .containsExactly(planned("b1", "cause"), new BuildEvent.Live("b1", NOON));
    assertThat(broker.read(Topics.RENDER_ASSIGNMENTS, RenderAssignment.class))
        .containsExactlyInAnyOrderElementsOf(assignments("b1", 8));
  }

  @Test
  void planThatCannotBeTold_putsNoAssignmentOnTheQueue_andTheNextOneWorks() {
    String tooLong = "x".repeat(9 * 1024 * 1024);
    assertThatThrownBy(() -> log.plan(planned("b1", tooLong), assignments("b1", 8)))
        .isInstanceOf(RetriableException.class);

    log.plan(planned("b2", "cause"), assignments("b2", 2));

    assertThat(broker.read(Topics.BUILDS, BuildEvent.class))
        .extracting(BuildEvent::build)
        .containsExactly("b2");
    assertThat(broker.read(Topics.RENDER_ASSIGNMENTS, RenderAssignment.class))
        .extracting(RenderAssignment::build)
        .containsExactly("b2", "b2");
  }

  @Test
  void secondProcessor_fencesTheFirst() {
    try (var second = new KafkaBuildLog(broker.clients())) {
      second.open();
      assertThatThrownBy(() -> log.tell(new BuildEvent.Live("b1", NOON)))
          .isInstanceOf(FencedException.class)
          .hasMessageContaining("only one may run");
      second.tell(new BuildEvent.Live("b2", NOON));
    }
    assertThat(broker.read(Topics.BUILDS, BuildEvent.class))
        .extracting(BuildEvent::build)
        .containsExactly("b2");
  }

  private static BuildEvent.Planned planned(String build, String cause) {
    return new BuildEvent.Planned(
        build,
        NOON,
        new BuildPlan("m", "c", NOON, 1, Map.of(), "h", null, null, 8, true, "", cause, null));
  }

  private static List<RenderAssignment> assignments(String build, int shards) {
    List<RenderAssignment> assignments = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      assignments.add(new RenderAssignment(build, shard, shards, "m", null, "c"));
    }
    return assignments;
  }
}
