package cepa.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files with the bytes of documents: each is made once, when someone first asks, and deleted when
/// it is no longer on offer. Safe for use by many threads.
final class Spool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final int GZIP_LEVEL = 4;
  private static final int BUFFER = 1 << 16;

  private record Key(String path, String version, boolean gzip) {}

  private final Path directory;
  private final Map<Key, FutureTask<Path>> files = new ConcurrentHashMap<>();

  Spool(Path parent) throws IOException {
    this.directory = Files.createTempDirectory(parent, "cepa-simulator-");
  }

  /// Opens a document's bytes; makes them first if need be.
  FileChannel open(SimulatedDocument document, boolean gzip) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return FileChannel.open(file(document, gzip), StandardOpenOption.READ);
      } catch (NoSuchFileException e) {
        if (attempt == 3) {
          throw e;
        }
        // The clock moved on and the file was deleted between making and opening it.
        files.remove(key(document, gzip));
      }
    }
  }

  long size(SimulatedDocument document) throws IOException {
    try (FileChannel channel = open(document, false)) {
      return channel.size();
    }
  }

  /// Deletes all files but those of these documents. Readers keep what they have open.
  void retain(Collection<SimulatedDocument> documents) {
    Set<Key> kept = new HashSet<>();
    for (SimulatedDocument document : documents) {
      kept.add(key(document, false));
      kept.add(key(document, true));
    }
    for (Key key : Set.copyOf(files.keySet())) {
      FutureTask<Path> task = files.get(key);
      if (task != null && task.isDone() && !kept.contains(key)) {
        files.remove(key);
        delete(task);
      }
    }
  }

  @Override
  public void close() {
    files.clear();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (NoSuchFileException e) {
      log.debug("{} was closed before", directory);
    } catch (IOException e) {
      log.warn("Could not delete {}, delete it by hand", directory, e);
    }
  }

  private Path file(SimulatedDocument document, boolean gzip) throws IOException {
    FutureTask<Path> task =
        files.computeIfAbsent(
            key(document, gzip), _ -> new FutureTask<>(() -> make(document, gzip)));
    task.run(); // does nothing if another thread has run it, or runs it now
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + document.path() + " was made", e);
    } catch (ExecutionException e) {
      files.remove(key(document, gzip));
      throw new IOException("Could not make " + document.path(), e.getCause());
    }
  }

  private Path make(SimulatedDocument document, boolean gzip) throws IOException {
    Path file = Files.createTempFile(directory, "document-", gzip ? ".gz" : ".txt");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      if (gzip) {
        try (InputStream plain = Files.newInputStream(file(document, false));
            OutputStream packed = new LeveledGzip(out)) {
          plain.transferTo(packed);
        }
      } else {
        document.body().writeTo(out);
      }
    }
    return file;
  }

  private static Key key(SimulatedDocument document, boolean gzip) {
    return new Key(document.path(), document.version(), gzip);
  }

  private static void delete(FutureTask<Path> task) {
    try {
      if (task.isDone()) {
        Files.deleteIfExists(task.resultNow());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete a spooled document", e);
    } catch (IllegalStateException _) {
      // it was never made
    }
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def = new Deflater(GZIP_LEVEL, true);
    }
  }
}
