package cepa.build.flat;

import cepa.build.BuildStore;
import cepa.build.flat.FlatFile.Content;
import cepa.build.flat.FlatFile.Stage;
import cepa.build.flat.FlatState.Seen;
import cepa.build.flat.FlatState.Written;
import cepa.concurrent.Parallel;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// One run over one directory: compare, write by stages, delete.
final class FlatRun {

  private final ObjectStore store;
  private final FlatDirectory directory;
  private final FlatState state;
  private final FlatPlan plan;
  private final Map<String, Written> now = new ConcurrentHashMap<>();

  /// Bodies of later stages, still compressed, from packs that had to be read for an earlier one: a
  /// pack is read once, and what links waits for what is linked.
  private final Map<String, PackBody> waiting = new ConcurrentHashMap<>();

  FlatRun(ObjectStore store, FlatDirectory directory, FlatState state, FlatPlan plan) {
    this.store = store;
    this.directory = directory;
    this.state = state;
    this.plan = plan;
  }

  FlatResult run() throws IOException {
    List<FlatFile> missing = missing();
    List<String> stale = state.files().keySet().stream().filter(name -> !plan.has(name)).toList();
    int unchanged = now.size();
    if (!missing.isEmpty()) {
      intend(missing);
      write(missing);
    }
    int deleted = delete(stale);
    state.save(plan.content(), new TreeMap<>(now));
    return new FlatResult(
        missing.size(),
        unchanged,
        deleted,
        missing.stream().mapToLong(FlatFile::size).sum(),
        missing.stream().map(FlatFile::name).sorted().toList());
  }

  /// Files that are not there as they should be; the others are taken into the new state.
  private List<FlatFile> missing() {
    Queue<FlatFile> missing = new ConcurrentLinkedQueue<>();
    Parallel.map(
        plan.files(),
        file -> {
          Written right = right(file);
          if (right == null) {
            missing.add(file);
          } else {
            now.put(file.name(), right);
          }
          return file;
        });
    List<FlatFile> ordered = new ArrayList<>(missing);
    ordered.sort(Comparator.comparing(FlatFile::name));
    return ordered;
  }

  /// The file as it is there; null if it is not there or not as it should be.
  private @Nullable Written right(FlatFile file) {
    try {
      Seen seen = directory.see(file.name());
      if (seen == null || seen.size() != file.size()) {
        return null;
      }
      Written known = state.files().get(file.name());
      boolean same =
          (known != null && known.isStill(seen))
              ? known.sha256().equals(file.sha256())
              : directory.digest(file.name()).equals(file.sha256());
      return same ? written(file, seen) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says in the state what is going to be written, before it is: whatever happens then, the next
  /// run knows its own files.
  private void intend(List<FlatFile> missing) throws IOException {
    SortedMap<String, Written> intended = new TreeMap<>(state.files());
    intended.putAll(now);
    for (FlatFile file : missing) {
      intended.put(file.name(), new Written(file.sha256(), file.size(), Written.INTENDED));
    }
    state.saveIntended(intended);
  }

  private void write(List<FlatFile> missing) {
    Map<Stage, List<FlatFile>> stages = new EnumMap<>(Stage.class);
    missing.forEach(f -> stages.computeIfAbsent(f.stage(), s -> new ArrayList<>()).add(f));
    Map<String, List<FlatFile>> packs = new TreeMap<>();
    for (FlatFile file : missing) {
      if (file.content() instanceof Content.Packed packed) {
        packs
            .computeIfAbsent(String.valueOf(packed.entry().pack()), p -> new ArrayList<>())
            .add(file);
      }
    }
    Parallel.map(stages.getOrDefault(Stage.ASSET, List.of()), this::write);
    Parallel.map(packs.entrySet(), pack -> readPack(pack.getKey(), pack.getValue()));
    for (Stage stage : Stage.values()) {
      if (stage != Stage.ASSET && stage != Stage.OBJECT) {
        Parallel.map(stages.getOrDefault(stage, List.of()), this::write);
      }
    }
  }

  /// Writes the objects of a pack and sets the rest aside.
  private String readPack(String sha256, List<FlatFile> files) {
    byte[] pack =
        store
            .get(BuildStore.packKey(sha256))
            .orElseThrow(
                () -> new PermanentException("Pack " + sha256 + " is missing from the store"))
            .body();
    for (FlatFile file : files) {
      if (file.content() instanceof Content.Packed packed) {
        PackBody body = PackBody.of(packed.entry(), pack);
        if (file.stage() == Stage.OBJECT) {
          put(file, body.unpacked());
        } else {
          waiting.put(file.name(), body);
        }
      }
    }
    return sha256;
  }

  private String write(FlatFile file) {
    PackBody body = waiting.remove(file.name());
    if (body != null) {
      put(file, body.unpacked());
    } else if (file.content() instanceof Content.Bytes content) {
      put(file, content.bytes());
    }
    return file.name();
  }

  private void put(FlatFile file, byte[] bytes) {
    try {
      now.put(file.name(), written(file, directory.write(file.name(), bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes what an earlier run wrote, unless someone has changed it since: then it is theirs.
  private int delete(List<String> stale) throws IOException {
    int deleted = 0;
    for (String name : stale) {
      Written written = state.files().get(name);
      Seen seen = directory.see(name);
      if (written != null && seen != null && isOurs(name, written, seen)) {
        directory.delete(name);
        deleted++;
      }
    }
    return deleted;
  }

  private boolean isOurs(String name, Written written, Seen seen) throws IOException {
    return written.isStill(seen)
        || (seen.size() == written.size() && directory.digest(name).equals(written.sha256()));
  }

  private static Written written(FlatFile file, Seen seen) {
    return new Written(file.sha256(), file.size(), seen.modifiedNanos());
  }
}
