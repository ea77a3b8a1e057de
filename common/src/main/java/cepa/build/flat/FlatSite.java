package cepa.build.flat;

import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.concurrent.Parallel;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/// Writes a finished build as plain files: `/relay/<FP>/` as `relay/<FP>/index.html`, `/x.html` as
/// `x.html`, assets below `assets/`, a redirect as a small page that leads on. The same build makes
/// the same files everywhere.
///
/// Files that are right already are left alone, files of others are never touched, files that an
/// earlier run wrote and the build no longer has are deleted last.
public final class FlatSite {

  private final ObjectStore store;
  private final BuildStore builds;

  public FlatSite(ObjectStore store) {
    this.store = store;
    this.builds = new BuildStore(store);
  }

  /// Brings `directory` up to `build`. May be interrupted at any moment and run again.
  ///
  /// @param directory where the site shall be; made if missing
  /// @param stateFile what was written there is kept here; outside the directory. Without it the
  ///   files are compared by content, and stale ones cannot be known and stay
  /// @throws PermanentException if the build or something of it is missing, if the directory cannot
  ///   be written, if another run is writing there; each file is then whole, old or new
  /// @throws cepa.error.RetriableException if the store cannot be reached
  public FlatResult write(String build, Path directory, Path stateFile) {
    Path root = directory.toAbsolutePath().normalize();
    Path state = stateFile.toAbsolutePath().normalize();
    if (state.startsWith(root)) {
      throw new PermanentException(
          "The state " + state + " lies in the site itself; keep it outside " + root);
    }
    BuildManifest manifest =
        builds
            .manifest(build)
            .orElseThrow(
                () -> new PermanentException("There is no finished build " + build + " to write"));
    var plan = new FlatPlan(manifest);
    try (FileChannel channel = lockFile(state);
        FileLock lock = lock(channel, root);
        FlatDirectory files = new FlatDirectory(root)) {
      FlatState known = FlatState.load(state, root);
      if (known.isOf(plan.content()) && isUntouched(files, known)) {
        return new FlatResult(0, known.files().size(), 0, 0, List.of());
      }
      fill(plan, manifest);
      return new FlatRun(store, files, known, plan).run();
    } catch (UncheckedIOException e) {
      throw FlatFailures.explain("write the site", root, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw FlatFailures.explain("write the site", root, e);
    }
  }

  /// Whether every file is as it was left: then not even the build's parts need reading.
  private static boolean isUntouched(FlatDirectory files, FlatState known) {
    return !Parallel.map(
            known.files().entrySet(),
            file -> {
              try {
                return file.getValue().isStill(files.see(file.getKey()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .contains(false);
  }

  private void fill(FlatPlan plan, BuildManifest manifest) {
    for (ManifestPart part : Parallel.map(manifest.parts(), this::part)) {
      part.pages().forEach(plan::add);
    }
    for (String asset : manifest.assets()) {
      String key = BuildStore.assetKey(asset);
      plan.addAsset(
          key,
          store
              .get(key)
              .orElseThrow(() -> new PermanentException("Asset " + asset + " is not in the store"))
              .body());
    }
  }

  private ManifestPart part(String digest) {
    try {
      return builds.part(digest);
    } catch (JacksonException | UncheckedIOException e) {
      throw new PermanentException("Manifest part " + digest + " is damaged", e);
    }
  }

  private static FileChannel lockFile(Path state) throws IOException {
    Path parent = state.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return FileChannel.open(
        state.resolveSibling(state.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel channel, Path root) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new PermanentException("Another run is writing to " + root + "; wait for its end");
    }
    return lock;
  }
}
