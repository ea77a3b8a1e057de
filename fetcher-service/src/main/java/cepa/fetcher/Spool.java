package cepa.fetcher;

import cepa.error.RetriableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one attempt. They have no name once they are open, so whatever happens to the
/// process nothing is left behind. Safe for several threads.
public final class Spool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  private final Path directory;
  private final List<FileChannel> open = new ArrayList<>();

  public Spool(Path directory) {
    this.directory = directory;
  }

  /// An empty file to write one body to.
  ///
  /// @throws RetriableException if the directory cannot be written
  public SpoolFile create() {
    Path path = directory.resolve("spool-" + UUID.randomUUID());
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      synchronized (open) {
        open.add(channel);
      }
      return new SpoolFile(channel);
    } catch (IOException e) {
      throw new RetriableException(
          "Cannot write a spool file in " + directory + ": check cepa.fetcher.spool-directory", e);
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      for (FileChannel channel : open) {
        try {
          channel.close();
        } catch (IOException e) {
          log.warn("A spool file in {} could not be closed: {}", directory, e.getMessage());
        }
      }
      open.clear();
    }
  }
}
