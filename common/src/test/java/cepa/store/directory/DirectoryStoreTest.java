package cepa.store.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import cepa.error.PermanentException;
import cepa.store.PutCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {

  private static final byte[] BODY = "body".getBytes(UTF_8);

  @TempDir private Path root;

  @Test
  void leftOversOfACrash_areNeitherListedNorReadAndGoAway() throws IOException {
    Path old = Files.createDirectories(root.resolve("~work")).resolve("put-old");
    Path recent = root.resolve("~work/put-recent");
    Files.write(old, BODY);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    Files.write(recent, BODY);

    try (var store = new DirectoryStore(root)) {
      assertThat(keys(store)).isEmpty();
      assertThatThrownBy(() -> store.get("~work/put-old")).isInstanceOf(PermanentException.class);
      store.put("a", BODY, "text/plain");
      assertThat(keys(store)).containsExactly("a");
    }
    assertThat(old).doesNotExist();
    assertThat(recent).as("may belong to a put that is under way").exists();
  }

  @Test
  void aPut_leavesNoTemporaryFile() throws IOException {
    try (var store = new DirectoryStore(root)) {
      store.put("a", BODY, "text/plain");
      store.put("live.json", BODY, "text/plain", PutCondition.absent());
      assertThatThrownBy(() -> store.put("live.json", BODY, "text/plain", PutCondition.absent()))
          .isInstanceOf(PermanentException.class);
    }
    try (var files = Files.list(root.resolve("~work"))) {
      assertThat(files).containsExactly(root.resolve("~work/lock"));
    }
  }

  @Test
  void reading_makesNothing() throws IOException {
    try (var store = new DirectoryStore(root)) {
      assertThat(store.get("a")).isEmpty();
      assertThat(keys(store)).isEmpty();
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void anObjectWhereADirectoryIsNeeded_isSaidSo() {
    try (var store = new DirectoryStore(root)) {
      store.put("a", BODY, "text/plain");
      store.put("b/c", BODY, "text/plain");

      assertThatThrownBy(() -> store.put("a/b", BODY, "text/plain"))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("write a/b (4 bytes) in the directory store " + root)
          .hasMessageContaining("a file stands where a directory should be");
      assertThatThrownBy(() -> store.put("b", BODY, "text/plain"))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("or the other way round");
      assertThat(keys(store)).containsExactly("a", "b/c");
    }
  }

  @Test
  void aFileAsRoot_isRefused() throws IOException {
    Path file = Files.write(root.resolve("file"), BODY);

    assertThatThrownBy(() -> new DirectoryStore(file))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("open the store")
        .hasMessageContaining("move it away");
  }

  @Test
  void unwritableRoot_canBeReadAndSaysWhyItCannotBeWritten() throws IOException {
    Files.write(root.resolve("a"), BODY);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try (var store = new DirectoryStore(root)) {
      assertThat(store.get("a").orElseThrow().body()).isEqualTo(BODY);
      assumeThat(Files.isWritable(root)).as("permissions do not bind the superuser").isFalse();
      assertThatThrownBy(() -> store.put("b", BODY, "text/plain"))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("no permission");
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void foreignFiles_areNotListed() throws IOException {
    Files.createDirectory(root.resolve("lost+found"));
    Files.write(root.resolve("notes~"), BODY);

    try (var store = new DirectoryStore(root)) {
      store.put("a", BODY, "text/plain");
      assertThat(keys(store)).containsExactly("a");
    }
  }

  @Test
  void deletedObjects_leaveNoEmptyDirectories() {
    try (var store = new DirectoryStore(root)) {
      store.put("builds/1/parts/a", BODY, "text/plain");
      store.put("builds/2", BODY, "text/plain");

      store.delete(List.of("builds/1/parts/a"));

      assertThat(root.resolve("builds/1")).doesNotExist();
      assertThat(root.resolve("builds/2")).exists();
    }
  }

  @Test
  void aPut_waitsForTheLockOfAnotherProcess() throws Exception {
    byte[] next = "next".getBytes(UTF_8);
    try (var store = new DirectoryStore(root)) {
      store.put("a", BODY, "text/plain");
      Process holder = startLockHolder();
      CompletableFuture<String> put;
      try {
        assertThat(holder.inputReader(UTF_8).readLine()).isEqualTo("locked");
        var condition = PutCondition.ifMatch(Etags.of(BODY));
        put = CompletableFuture.supplyAsync(() -> store.put("a", next, "text/plain", condition));

        String after200ms =
            put.copy().completeOnTimeout("waiting", 200, TimeUnit.MILLISECONDS).get();
        assertThat(after200ms).isEqualTo("waiting");
        assertThat(store.get("a").orElseThrow().body()).isEqualTo(BODY);
      } finally {
        holder.outputWriter(UTF_8).close(); // ends it
        holder.waitFor();
      }
      assertThat(put.get(10, TimeUnit.SECONDS)).isEqualTo(Etags.of(next));
    }
  }

  private Process startLockHolder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            root.resolve("~work/lock").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> keys(DirectoryStore store) {
    var keys = new ArrayList<String>();
    store.list("", info -> keys.add(info.key()));
    return keys;
  }
}
