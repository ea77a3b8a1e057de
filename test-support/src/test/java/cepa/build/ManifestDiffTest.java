package cepa.build;

import static cepa.build.ManifestDiff.Kind.ADDED;
import static cepa.build.ManifestDiff.Kind.CHANGED;
import static cepa.build.ManifestDiff.Kind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.json.PackedJson;
import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDiffTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");

  @TempDir Path directory;
  private DirectoryStore store;
  private BuildStore builds;

  @BeforeEach
  void open() {
    store = new DirectoryStore(directory);
    builds = new BuildStore(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void addedChangedAndRemovedPaths_byPath() {
    BuildManifest one = manifest("one", part(page("/a/", "x", "1"), page("/b/", "x", "1")));
    BuildManifest other = manifest("two", part(page("/b/", "x", "2"), page("/c/", "y", "1")));

    ManifestDiff diff = ManifestDiff.between(builds, one, other);

    assertThat(diff.changes())
        .containsExactly(
            new ManifestDiff.Change(REMOVED, "/a/", "x"),
            new ManifestDiff.Change(CHANGED, "/b/", "x"),
            new ManifestDiff.Change(ADDED, "/c/", "y"));
    assertThat(diff.counts()).isEqualTo(Map.of("x", 2, "y", 1));
  }

  @Test
  void otherStampOrPlace_isNoChange() {
    var moved = new PageEntry("/a/", "x", "pack2", 7, 3, "1", 10, "text/html", "other", null);
    ManifestDiff diff =
        ManifestDiff.between(
            builds, manifest("one", part(page("/a/", "x", "1"))), manifest("two", part(moved)));

    assertThat(diff.changes()).isEmpty();
  }

  @Test
  void sharedParts_areNotRead() {
    BuildManifest one = manifest("one", "0".repeat(64));

    assertThat(ManifestDiff.between(builds, one, manifest("two", "0".repeat(64))).changes())
        .isEmpty();
    assertThatThrownBy(() -> builds.part("0".repeat(64)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void damagedPart_isSaidToBeDamaged() {
    store.put(BuildStore.partKey("1".repeat(64)), new byte[] {1, 2, 3}, "x");

    assertThatThrownBy(() -> builds.part("1".repeat(64)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("ManifestPart")
        .hasMessageContaining("damaged");
  }

  @Test
  void manifestAndPointer_comeBackAsTheyWere() {
    BuildManifest manifest = manifest("one", "0".repeat(64));
    builds.putManifest(manifest);
    assertThat(builds.manifest("one")).contains(manifest);
    assertThat(builds.live()).isEmpty();

    var live = new LiveBuild("one", null, T, false);
    builds.setLive(java.util.Optional.empty(), live);
    assertThat(builds.live().orElseThrow().value()).isEqualTo(live);
  }

  private String part(PageEntry... pages) {
    byte[] body = PackedJson.pack(new ManifestPart(List.of(pages)));
    store.put(BuildStore.partKey(Sha256.hex(body)), body, "application/gzip");
    return Sha256.hex(body);
  }

  private static PageEntry page(String path, String family, String sha256) {
    return new PageEntry(path, family, "pack", 0, 3, sha256, 10, "text/html", "stamp", null);
  }

  private static BuildManifest manifest(String build, String part) {
    var plan = new BuildPlan("m", "c", T, 1, Map.of(), "h", null, null, 1, true, "", "test", null);
    return new BuildManifest(build, T, plan, List.of(part), Map.of("x", 1), 2, 20, 6, List.of());
  }
}
