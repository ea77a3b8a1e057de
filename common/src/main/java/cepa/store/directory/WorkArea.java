package cepa.store.directory;

import cepa.error.RetriableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The part of a store's directory that holds no objects: temporary files and the lock. Made at the
/// first write, so a read-only directory can be read.
final class WorkArea {

  private static final Logger log = LoggerFactory.getLogger(WorkArea.class);

  /// `~` is in no key, so nothing in here can be taken for an object.
  private static final String NAME = "~work";

  private static final String TEMPORARY_PREFIX = "put-";

  /// A put takes seconds at most; what is older was left by a process that died.
  private static final Duration LEFT_OVER_AFTER = Duration.ofHours(1);

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
  private static final long FIRST_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Path directory;
  private final ReentrantLock inProcess = new ReentrantLock();
  private @Nullable FileChannel lockFile;

  WorkArea(Path root) {
    this.directory = root.resolve(NAME);
  }

  /// Writes a new file that no reader looks at.
  Path write(byte[] body, boolean force) throws IOException {
    Path file = directory.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    try {
      write(file, body, force);
    } catch (NoSuchFileException e) {
      Files.createDirectories(directory);
      write(file, body, force);
    } catch (IOException e) {
      discard(file);
      throw e;
    }
    return file;
  }

  private static void write(Path file, byte[] body, boolean force) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(body);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (force) {
        channel.force(true);
      }
    }
  }

  void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      log.warn("Could not remove {}; it takes space and does no other harm", temporary, e);
    }
  }

  /// Waits for the one lock of the store. Held for a comparison and a rename: microseconds.
  ///
  /// The operating system's lock belongs to the process, so threads of this instance take turns by
  /// `inProcess` first, and a second instance in this process shows as an overlapping lock. It is
  /// polled by `tryLock` because an interrupt during `FileChannel.lock` would close the channel.
  Lock lock() throws IOException {
    inProcess.lock();
    try {
      FileChannel channel = openLockFile();
      long deadline = System.nanoTime() + LOCK_PATIENCE.toNanos();
      long wait = FIRST_WAIT_NANOS;
      while (true) {
        FileLock taken = tryLock(channel);
        if (taken != null) {
          return new Lock(taken);
        }
        if (System.nanoTime() > deadline) {
          throw new RetriableException(
              "Another process has held the lock of the store "
                  + directory
                  + " for "
                  + LOCK_PATIENCE.toSeconds()
                  + " s; see which process hangs and end it",
              null);
        }
        LockSupport.parkNanos(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_NANOS);
      }
    } catch (IOException | RuntimeException e) {
      inProcess.unlock();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private FileChannel openLockFile() throws IOException {
    FileChannel channel = lockFile;
    if (channel == null) {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lockFile = channel;
      removeLeftOvers();
    }
    return channel;
  }

  private void removeLeftOvers() throws IOException {
    Instant limit = Instant.now().minus(LEFT_OVER_AFTER);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*")) {
      for (Path file : files) {
        if (modified(file).isBefore(limit)) {
          discard(file);
        }
      }
    }
  }

  private static Instant modified(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX; // renamed into place meanwhile
    }
  }

  /// Closes the lock file while holding its lock: closing a file gives up every lock the process
  /// has on it, also one that another instance took through a channel of its own.
  void close() throws IOException {
    inProcess.lock();
    try {
      FileChannel channel = lockFile;
      if (channel != null) {
        try (Lock _ = lock()) {
          lockFile = null;
          channel.close();
        }
      }
    } finally {
      inProcess.unlock();
    }
  }

  /// The lock while it is held.
  final class Lock implements AutoCloseable {

    private final FileLock held;

    private Lock(FileLock held) {
      this.held = held;
    }

    @Override
    public void close() throws IOException {
      try {
        if (held.isValid()) {
          held.release();
        }
      } finally {
        inProcess.unlock();
      }
    }
  }
}
