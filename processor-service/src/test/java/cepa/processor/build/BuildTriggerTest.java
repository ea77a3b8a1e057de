package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildPlan;
import cepa.topic.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildTriggerTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");
  private static final BuildTrigger.Waits WAITS =
      new BuildTrigger.Waits(
          true, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

  private final BuildTrigger trigger = new BuildTrigger(WAITS, Set.of("a", "b"));
  private final BuildLedger builds = new BuildLedger();

  @Test
  void withoutSnapshot_nothingIsDue() {
    live();
    assertThat(due(3600)).isFalse();
  }

  @Test
  void snapshotIsDue_afterTheQuietTime() {
    live();
    snapshot("a", 0);
    assertThat(due(9)).isFalse();
    assertThat(due(10)).isTrue();
  }

  @Test
  void eachSnapshotPutsItOff_butNotForEver() {
    live();
    for (int second = 0; second <= 55; second += 5) {
      snapshot("a", second);
      assertThat(due(second + 4)).isFalse();
    }
    assertThat(due(60)).isTrue();
  }

  @Test
  void startedBuild_isNotDueAgain() {
    live();
    snapshot("a", 0);
    trigger.done();
    assertThat(due(3600)).isFalse();
    snapshot("b", 100);
    assertThat(due(110)).isTrue();
  }

  @Test
  void firstBuildWaitsForSourcesNotHeardOf_atMostTheGrace() {
    snapshot("a", 0);
    assertThat(due(299)).isFalse();
    assertThat(due(300)).isTrue();
  }

  @Test
  void firstBuildWaitsNoLonger_onceEverySourceDeliveredOrFailed() {
    snapshot("a", 0);
    trigger.status(
        new SourceStatus(
            "b", SourceStatus.Outcome.FAILED, "x", T, 1, 1, 500, 0, null, 1, null, null, null));
    assertThat(due(9)).isFalse();
    assertThat(due(10)).isTrue();
  }

  @Test
  void switchedOff_neverIsDue() {
    var off =
        new BuildTrigger(
            new BuildTrigger.Waits(false, Duration.ZERO, Duration.ZERO, Duration.ZERO), Set.of());
    off.snapshot("a", T);
    assertThat(off.isDue(T.plusSeconds(3600), builds)).isFalse();
  }

  private void live() {
    var plan = new BuildPlan("m", "c", T, 1, Map.of(), "h", null, null, 1, true, "", "test", null);
    builds.fold(new BuildEvent.Planned("x", T, plan));
    builds.fold(new BuildEvent.Live("x", T));
  }

  private void snapshot(String source, int second) {
    trigger.snapshot(source, T.plusSeconds(second));
  }

  private boolean due(int second) {
    return trigger.isDue(T.plusSeconds(second), builds);
  }
}
