package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.ShardResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardTrackerTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");

  private final ShardTracker tracker =
      new ShardTracker(
          "b", new BuildPlan("m", "c", T, 1, Map.of(), "h", null, null, 2, true, "", "test", null));

  @Test
  void resultsMayComeTwiceAndInAnyOrder() {
    assertThat(tracker.add(staged(1, "p1"))).isTrue();
    assertThat(tracker.add(staged(1, "other"))).isFalse();
    assertThat(tracker.isComplete()).isFalse();
    assertThat(tracker.add(staged(0, "p0"))).isTrue();

    assertThat(tracker.isComplete()).isTrue();
    BuildManifest manifest = tracker.manifest(T);
    assertThat(manifest.parts()).containsExactly("p0", "p1");
    assertThat(manifest.objects()).isEqualTo(Map.of("relay", 6));
    assertThat(manifest.assets()).containsExactly("a.css", "b0.css", "b1.css");
    assertThat(manifest.pages()).isEqualTo(20);
    assertThat(manifest.rawBytes()).isEqualTo(2000);
    assertThat(manifest.storedBytes()).isEqualTo(400);
    assertThat(tracker.rendered()).isEqualTo(10);
    assertThat(tracker.changed()).isEqualTo(4);
    assertThat(tracker.packBytes()).isEqualTo(200);
  }

  @Test
  void failedShard_isAFailure_unlessAnotherRendererStagedIt() {
    tracker.add(new ShardResult.Failed("b", 1, "relay.peb:3", "renderer-1"));
    assertThat(tracker.failure()).contains("Shard 1: relay.peb:3");

    tracker.add(staged(1, "p1"));
    assertThat(tracker.failure()).isEmpty();
    tracker.add(new ShardResult.Failed("b", 1, "again", "renderer-2"));
    assertThat(tracker.failure()).isEmpty();
  }

  @Test
  void shardThereIsNot_countsNothing() {
    assertThat(tracker.add(staged(2, "p"))).isFalse();
    assertThat(tracker.add(staged(-1, "p"))).isFalse();
    assertThat(tracker.done()).isZero();
  }

  private static ShardResult.Staged staged(int shard, String part) {
    return new ShardResult.Staged(
        "b",
        shard,
        part,
        Map.of("relay", 3),
        10,
        5,
        2,
        100,
        1000,
        200,
        List.of("b" + shard + ".css", "a.css"),
        "renderer-1",
        12);
  }
}
