package cepa.build.flat;

import cepa.build.flat.FlatState.Seen;
import cepa.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The directory of a site. A file is written beside it and renamed into place, so a reader sees
/// the old or the new one whole. Files are not forced to disk one by one; what a power cut takes is
/// found by its size or time in the next run. Safe for several threads.
final class FlatDirectory implements AutoCloseable {

  /// No path of a site can begin like this, see [cepa.store.StoreKey].
  private static final String WORK = "~cepa-writing";

  private final Path root;
  private final Path work;
  private final AtomicInteger temporaries = new AtomicInteger();
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  FlatDirectory(Path root) throws IOException {
    this.root = root;
    this.work = root.resolve(WORK);
    Files.createDirectories(root);
    clear();
    Files.createDirectory(work);
  }

  /// The regular file of this name; null if there is none. Links are not followed: they are not
  /// ours.
  @Nullable Seen see(String name) throws IOException {
    try {
      var attributes =
          Files.readAttributes(
              root.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? new Seen(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS))
          : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (FileSystemException e) {
      if (isBelowAFile(e)) {
        return null;
      }
      throw e;
    }
  }

  /// Lower-case hex digest of a file's bytes.
  String digest(String name) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Writes a file whole, replacing what was there.
  ///
  /// @return the file as it is now
  Seen write(String name, byte[] body) throws IOException {
    Path target = root.resolve(name);
    Path parent = target.resolve("..").normalize();
    if (!made.contains(parent)) {
      // Remembered only when it is there: other threads write into it, too.
      Files.createDirectories(parent);
      made.add(parent);
    }
    Path temporary = work.resolve(Integer.toString(temporaries.incrementAndGet()));
    Files.write(temporary, body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    var attributes = Files.readAttributes(target, BasicFileAttributes.class);
    return new Seen(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  /// Deletes a file, and the directories it leaves empty.
  void delete(String name) throws IOException {
    Path file = root.resolve(name);
    Files.deleteIfExists(file);
    for (Path p = file.getParent(); p != null && !p.equals(root); p = p.getParent()) {
      try {
        Files.deleteIfExists(p);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /// Removes what an ended run left behind.
  @Override
  public void close() throws IOException {
    clear();
  }

  private void clear() throws IOException {
    if (!Files.isDirectory(work, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> leftovers = Files.list(work)) {
      for (Path leftover : leftovers.toList()) {
        Files.deleteIfExists(leftover);
      }
    }
    Files.delete(work);
  }

  private static boolean isBelowAFile(FileSystemException e) {
    return e instanceof NotDirectoryException
        || String.valueOf(e.getReason()).toLowerCase(Locale.ROOT).contains("not a directory");
  }
}
