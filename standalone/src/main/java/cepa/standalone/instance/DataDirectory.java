package cepa.standalone.instance;

import cepa.error.PermanentException;
import cepa.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The directory in which an instance keeps its log and its store. One process holds it at a time;
/// others find out how to reach that process.
public final class DataDirectory implements AutoCloseable {

  private static final String INSTANCE = "instance.json";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /// How to reach the process that holds a data directory.
  ///
  /// @param pid its process id
  /// @param bootstrapServers address of its broker
  /// @param url where its site is; null if it serves none
  public record Instance(long pid, String bootstrapServers, @Nullable String url) {}

  /// Takes the directory for this process, making it if need be.
  ///
  /// @throws HeldException if another process holds it
  /// @throws PermanentException if it cannot be written
  public static DataDirectory hold(Path root) {
    FileChannel channel = null;
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new HeldException(root);
      }
      Files.deleteIfExists(root.resolve(INSTANCE));
      return new DataDirectory(root, channel, lock);
    } catch (OverlappingFileLockException e) {
      throw new HeldException(root);
    } catch (IOException e) {
      throw new PermanentException(
          "The data directory "
              + root
              + " cannot be used ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); choose another one with --data",
          e);
    }
  }

  /// The process that holds `root`, if one does and has said how to reach it.
  public static Optional<Instance> running(Path root) {
    Path file = root.resolve(INSTANCE);
    try {
      Instance instance = Json.read(Files.readAllBytes(file), Instance.class);
      boolean alive = ProcessHandle.of(instance.pid()).map(ProcessHandle::isAlive).orElse(false);
      return alive ? Optional.of(instance) : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /// Tells others how to reach this process.
  public void announce(Instance instance) {
    try {
      Path temporary = root.resolve(INSTANCE + ".new");
      Files.write(temporary, Json.bytes(instance));
      Files.move(temporary, root.resolve(INSTANCE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PermanentException("Cannot write into " + root + ": " + e.getMessage(), e);
    }
  }

  public Path root() {
    return root;
  }

  public Path log() {
    return root.resolve("log");
  }

  public Path store() {
    return root.resolve("store");
  }

  public Path spool() {
    return root.resolve("spool");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(root.resolve(INSTANCE));
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new PermanentException("Cannot let go of " + root + ": " + e.getMessage(), e);
    }
  }

  /// Another process holds the directory.
  public static final class HeldException extends PermanentException {
    private static final long serialVersionUID = 1L;

    private HeldException(Path root) {
      super(
          "The data directory "
              + root
              + " is in use by another process. If it is just starting, try again in a few seconds;"
              + " else stop it, or choose another directory with --data");
    }
  }
}
