package cepa.processor.build;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildRequest;
import cepa.store.directory.DirectoryStore;
import cepa.topic.SnapshotEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What builds are made of, seen through the plans a conductor tells.
class PlannerTest {

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
  void planPinsItsInputsAndItsPosition() {
    bench.details("d1", 0);
    bench.uptime("u1", 0);
    BuildPlan plan = bench.build().plan();

    assertThat(plan.cut()).isEqualTo(2);
    assertThat(plan.inputs())
        .containsEntry("onionoo-details", "d1")
        .containsEntry("onionoo-uptime", "u1");
    assertThat(plan.cause()).isEqualTo("new snapshots");
    assertThat(plan.shards()).isEqualTo(Bench.SHARDS);
    assertThat(plan.publish()).isTrue();
  }

  @Test
  void idOfABuild_isAHostLabel_andSaysWhenItWasPlanned() {
    bench.details("d1", 0);
    assertThat(bench.build().build()).matches("20260115t121010z-[0-9a-f]{6}");
  }

  @Test
  void sameInputs_areTheSameModel_whateverCameSince() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    bench.details("d2", 1);
    bench.build();

    BuildPlan again = requested(new BuildRequest.SameInputs("r1", first.build(), false));

    assertThat(again.model()).isEqualTo(first.plan().model());
    assertThat(again.history()).isEqualTo(first.plan().history());
    assertThat(again.cut()).isEqualTo(first.plan().cut());
    assertThat(again.publish()).isFalse();
    assertThat(again.request()).isEqualTo("r1");
  }

  @Test
  void sameInputs_staySame_alsoWhenOneWasRejectedSince() {
    bench.details("d1", 0);
    bench.details("d2", 1);
    BuildEvent.Planned first = bench.build();
    bench.publish(
        new SnapshotEvent.Rejected("onionoo-details", "d1", "absurd", bench.clock.instant()));
    bench.build();

    BuildPlan again = requested(new BuildRequest.SameInputs("r1", first.build(), false));

    assertThat(again.model()).isEqualTo(first.plan().model());
  }

  @Test
  void asOf_isTheSiteOfThatMoment() {
    bench.uptime("u1", -1);
    bench.details("d1", 0);
    bench.uptime("u2", 0);
    bench.details("d2", 1);
    bench.uptime("u3", 1);
    bench.build();

    BuildPlan past =
        requested(new BuildRequest.AsOf("r1", NOON.plus(Duration.ofMinutes(30)), false));

    assertThat(past.asOf()).isEqualTo(NOON);
    assertThat(past.cut()).isEqualTo(3);
    assertThat(past.inputs())
        .containsEntry("onionoo-details", "d1")
        .containsEntry("onionoo-uptime", "u2");
  }

  @Test
  void asOf_isWhatReadersSaw_notWhatCameTooLateToBeSeen() {
    bench.details("d1", 0);
    bench.uptime("u1", 0);
    BuildEvent.Planned seen = bench.build();
    bench.uptime("u2", 1);
    bench.details("d2", 1);
    bench.build();

    BuildPlan past = requested(new BuildRequest.AsOf("r1", NOON, false));

    assertThat(past.inputs()).isEqualTo(seen.plan().inputs());
    assertThat(past.model()).isEqualTo(seen.plan().model());
  }

  @Test
  void replayOfWhatCanNoLongerBeRead_isRefused_neverApproximated() {
    bench.details("d1", 0);
    bench.uptime("u1", 0);
    bench.details("d2", 1);
    bench.uptime("u2", 1);
    bench.build();
    bench.snapshots.expire("u1");

    bench.request(new BuildRequest.AsOf("r1", NOON, false));
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Refused.class).reason()).contains("u1", "retention");
  }

  @Test
  void baseWithOtherShards_isNone() {
    bench.details("d1", 0);
    BuildEvent.Planned first = bench.build();
    BuildManifest manifest = bench.builds.manifest(first.build()).orElseThrow();
    BuildPlan plan = manifest.plan();
    bench.builds.putManifest(
        new BuildManifest(
            manifest.build(),
            manifest.created(),
            new BuildPlan(
                plan.model(),
                plan.codeVersion(),
                plan.asOf(),
                plan.cut(),
                plan.inputs(),
                plan.history(),
                null,
                null,
                Bench.SHARDS + 1,
                true,
                "",
                "test",
                null),
            manifest.parts(),
            manifest.objects(),
            manifest.pages(),
            manifest.rawBytes(),
            manifest.storedBytes(),
            manifest.assets()));
    bench.details("d2", 1);
    BuildPlan second = bench.plan().plan();

    assertThat(second.base()).isNull();
    assertThat(second.live()).isEqualTo(first.build());
  }

  private BuildPlan requested(BuildRequest request) {
    bench.request(request);
    bench.advance();
    return bench.log.last(BuildEvent.Planned.class).plan();
  }
}
