package cepa.build.flat;

import cepa.digest.Sha256;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this writer put into a directory, so that a file that was not touched since needs no
/// reading, and that only its own files are ever deleted.
///
/// A text file: a head with the digests of the directory's path and of its content, a line `sha256
/// size mtime name` a file, ascending, and a last line with their number, which a cut-off file
/// lacks. An unreadable state is as good as none: it costs reading the files and deletes nothing.
final class FlatState {

  private static final Logger log = LoggerFactory.getLogger(FlatState.class);
  private static final String HEAD = "cepa-flat-site 1 ";
  private static final String END = "end ";

  /// Stands for a site in the middle of being written.
  private static final String UNFINISHED = "unfinished";

  private final Path file;
  private final String head;
  private final String content;
  private final Map<String, Written> files;

  private FlatState(Path file, String head, String content, Map<String, Written> files) {
    this.file = file;
    this.head = head;
    this.content = content;
    this.files = files;
  }

  /// @param file where the state is kept
  /// @param directory the directory it speaks of, absolute
  static FlatState load(Path file, Path directory) {
    String head = HEAD + Sha256.hex(directory.toString().getBytes(StandardCharsets.UTF_8)) + " ";
    if (Files.exists(file)) {
      try {
        return parse(file, head, Files.readAllLines(file));
      } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
        log.warn(
            "State {} cannot be used ({}): files are compared by content, stale ones stay",
            file,
            e.getMessage());
      }
    }
    return new FlatState(file, head, UNFINISHED, Map.of());
  }

  /// What was written, by name; empty if nothing is known.
  Map<String, Written> files() {
    return files;
  }

  /// Whether the last run brought the directory to exactly this content.
  boolean isOf(String digest) {
    return content.equals(digest);
  }

  /// Replaces the stored state, in one step, by what a run is going to write.
  void saveIntended(SortedMap<String, Written> intended) throws IOException {
    save(UNFINISHED, intended);
  }

  /// Replaces the stored state in one step.
  ///
  /// @param digest digest of the content the directory now has
  void save(String digest, SortedMap<String, Written> now) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
      out.write(head + digest + "\n");
      for (Map.Entry<String, Written> entry : now.entrySet()) {
        Written written = entry.getValue();
        out.write(written.sha256() + " " + written.size() + " ");
        out.write(written.modifiedNanos() + " " + entry.getKey() + "\n");
      }
      out.write(END + now.size() + "\n");
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FlatState parse(Path file, String head, List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    if (!lines.getFirst().startsWith(head)) {
      throw new IllegalArgumentException("it speaks of another directory");
    }
    if (!lines.getLast().equals(END + (lines.size() - 2))) {
      throw new IllegalArgumentException("it is cut off");
    }
    Map<String, Written> files = new TreeMap<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      String[] fields = line.split(" ", 4);
      files.put(
          fields[3], new Written(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2])));
    }
    return new FlatState(
        file, head, lines.getFirst().substring(head.length()), Collections.unmodifiableMap(files));
  }

  /// A file as it was written.
  ///
  /// @param modifiedNanos its time of modification since 1970; [#INTENDED] if it may not have been
  ///   written yet
  record Written(String sha256, long size, long modifiedNanos) {

    static final long INTENDED = -1;

    /// Whether a file with this size and time can be taken for it.
    boolean isStill(@Nullable Seen seen) {
      return seen != null && seen.size() == size && seen.modifiedNanos() == modifiedNanos;
    }
  }

  /// A regular file as found.
  record Seen(long size, long modifiedNanos) {}
}
