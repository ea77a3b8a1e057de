package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.artefact.ModelStore;
import cepa.build.BuildEvent;
import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.error.PermanentException;
import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbageCollectorTest {

  private static final Duration AGE = Duration.ofHours(24);

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
  void nothingYoung_isDeleted() {
    buildThree();
    assertThat(collect(2, Duration.ZERO)).isEmpty();
  }

  @Test
  void keptBuildsKeepAllTheyNeed_othersGoWithAllThatIsTheirs() {
    List<BuildEvent.Planned> builds = buildThree();

    List<String> deleted = collect(2, Duration.ofDays(2));

    String first = builds.get(0).build();
    assertThat(deleted).contains(BuildStore.manifestKey(first));
    assertThat(deleted).contains(ModelStore.descriptorKey(builds.get(0).plan().model()));
    assertThat(deleted).anyMatch(key -> key.startsWith("packs/"));
    assertThat(deleted).anyMatch(key -> key.startsWith("parts/"));
    assertThat(deleted).noneMatch(key -> key.startsWith("assets/"));
    assertThat(keys("histories/")).as("the newest few").hasSize(2);
    assertWhole(builds.get(1).build());
    assertWhole(builds.get(2).build());
    assertThat(bench.live().build()).isEqualTo(builds.get(2).build());
    assertThat(collect(2, Duration.ofDays(2))).as("a second time").isEmpty();
  }

  @Test
  void oneBuildOfEachDay_isKept_forSoManyDays() {
    // The bench's clock stands in January 2026; the store's objects are of today.
    bench.details("d0", 0);
    bench.build();
    bench.details("d1", 1);
    String lastOfItsDay = bench.build().build();
    bench.clock.forward(Duration.ofDays(1));
    for (int hour = 24; hour < 27; hour++) {
      bench.details("d" + hour, hour);
      bench.build();
    }
    Instant today = Instant.now().plus(Duration.ofDays(2));
    int days = (int) Duration.between(bench.clock.instant(), today).toDays() + 2;

    new GarbageCollector(objects, 2, days, AGE).collect(today, List.of());
    assertWhole(lastOfItsDay);
    new GarbageCollector(objects, 2, days - 3, AGE).collect(today, List.of());
    assertThat(bench.builds.manifest(lastOfItsDay)).isEmpty();
  }

  @Test
  void unfinishedBuild_keepsItsModelAndItsBase() {
    List<BuildEvent.Planned> builds = buildThree();
    BuildEvent.Planned oldest = builds.getFirst();
    var unfinished = new GarbageCollector.Unfinished(oldest.plan().model(), oldest.build());

    new GarbageCollector(objects, 2, 0, AGE)
        .collect(Instant.now().plus(Duration.ofDays(2)), List.of(unfinished));

    assertWhole(oldest.build());
  }

  @Test
  void runningBuild_isUnfinished() {
    bench.details("d1", 0);
    BuildEvent.Planned live = bench.build();
    bench.details("d2", 1);
    BuildEvent.Planned running = bench.plan();
    assertThat(bench.unfinished())
        .containsExactly(new GarbageCollector.Unfinished(running.plan().model(), live.build()));
  }

  @Test
  void keptBuildThatCannotBeRead_keepsEverything() {
    List<BuildEvent.Planned> builds = buildThree();
    BuildManifest last = bench.builds.manifest(builds.getLast().build()).orElseThrow();
    objects.delete(List.of(BuildStore.partKey(last.parts().getFirst())));
    List<String> before = keys("");

    assertThatThrownBy(() -> collect(2, Duration.ofDays(2))).isInstanceOf(PermanentException.class);
    assertThat(keys("")).isEqualTo(before);
  }

  @Test
  void assetsNobodyRefersTo_goAfterThirtyDays() {
    buildThree();
    objects.put(BuildStore.assetKey("old.css"), new byte[] {1}, "text/css");

    assertThat(collect(3, Duration.ofDays(29))).isEmpty();
    assertThat(collect(3, Duration.ofDays(31))).containsExactly(BuildStore.assetKey("old.css"));
  }

  private List<BuildEvent.Planned> buildThree() {
    List<BuildEvent.Planned> builds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bench.details("d" + i, i);
      builds.add(bench.build());
      bench.clock.forward(Duration.ofMinutes(1));
    }
    return builds;
  }

  /// Objects are as old as the store's clock says; so time is moved for the collector.
  private List<String> collect(int kept, Duration later) {
    return new GarbageCollector(objects, kept, 0, AGE)
        .collect(Instant.now().plus(later), bench.unfinished());
  }

  private void assertWhole(String build) {
    BuildManifest manifest = bench.builds.manifest(build).orElseThrow();
    assertThat(new ModelStore(objects).load(manifest.plan().model()).model()).isNotNull();
    for (String digest : manifest.parts()) {
      assertThat(bench.builds.part(digest).pages())
          .isNotEmpty()
          .allSatisfy(
              page -> assertThat(objects.head(BuildStore.packKey("" + page.pack()))).isPresent());
    }
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    objects.list(prefix, object -> keys.add(object.key()));
    return keys;
  }
}
