package cepa.store.directory;

import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import cepa.store.StoreKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Objects as files below a root directory; any number of processes of one machine may share it.
///
/// **Atomic.** A put writes a temporary file beside the objects (`~work`, a name no key can have)
/// and renames it over the object, so readers see the old or the new object whole and a crash
/// leaves nothing that `get` or `list` could see. The comparison of a conditional put and every
/// rename happen under one lock that holds across processes.
///
/// **Durable.** Ordinary puts are not forced to disk one by one: they are content-addressed and
/// nothing refers to them until a pointer does. A *conditional* put is such a pointer
/// (`live.json`): before it is renamed into place, all objects this instance wrote since the last
/// one are forced, then the pointer and its directory. So a pointer that survives a power cut
/// refers only to objects of this instance that survive it too. What *other processes* put is left
/// to the operating system (seconds); who runs several processes and fears power cuts should use an
/// S3 store.
///
/// A key whose parent is itself an object (`a` and `a/b`) cannot be stored here: a file cannot be a
/// directory. The entity tag is the first 32 hex digits of the SHA-256 of the object.
public final class DirectoryStore implements ObjectStore {

  private final Path root;
  private final StoreFailures failures;
  private final WorkArea work;
  private final Unforced unforced = new Unforced();

  /// @param root where the objects are; made if missing
  /// @throws PermanentException if it is not a directory and cannot be made one
  public DirectoryStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.failures = new StoreFailures(this.root);
    this.work = new WorkArea(this.root);
    try {
      Files.createDirectories(this.root);
    } catch (IOException e) {
      throw failures.explain("open the store", e);
    }
  }

  @Override
  public Optional<StoredObject> get(String key) {
    Path file = file(key);
    try {
      byte[] body = Files.readAllBytes(file);
      return Optional.of(new StoredObject(body, Etags.of(body)));
    } catch (IOException e) {
      return absentOr("read " + key, file, e);
    }
  }

  @Override
  public Optional<byte[]> getRange(String key, long offset, int length) {
    Path file = file(key);
    Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      if (channel.size() < offset + length) {
        throw new PermanentException(
            "Object %s in %s is %d bytes long, shorter than the range %d + %d asked for: it is damaged or not the one meant"
                .formatted(key, root, channel.size(), offset, length));
      }
      ByteBuffer range = ByteBuffer.allocate(length);
      while (range.hasRemaining()) {
        if (channel.read(range, offset + range.position()) < 0) {
          throw new IOException("file became shorter while it was read");
        }
      }
      return Optional.of(range.array());
    } catch (IOException e) {
      return absentOr("read " + key, file, e);
    }
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    Path file = file(key);
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(
          new ObjectInfo(
              key, attributes.size(), attributes.lastModifiedTime().toInstant(), Etags.of(file)));
    } catch (IOException e) {
      return absentOr("look at " + key, file, e);
    }
  }

  @Override
  public String put(String key, byte[] body, String contentType, PutCondition condition) {
    Path target = file(key);
    boolean pointer = !(condition instanceof PutCondition.Always);
    Path temporary = null;
    try {
      temporary = work.write(body, pointer);
      if (pointer) {
        unforced.force();
      }
      try (WorkArea.Lock _ = work.lock()) {
        if (!holds(condition, target)) {
          throw new PreconditionFailedException(key);
        }
        replace(temporary, target);
      }
      temporary = null;
      if (pointer) {
        Unforced.forceDirectory(parent(target));
      } else {
        unforced.add(target, root);
      }
      return Etags.of(body);
    } catch (IOException e) {
      throw failures.explain("write " + key + " (" + body.length + " bytes)", e);
    } finally {
      if (temporary != null) {
        work.discard(temporary);
      }
    }
  }

  @Override
  public void delete(Collection<String> keys) {
    for (Path file : keys.stream().map(this::file).toList()) {
      try (WorkArea.Lock _ = work.lock()) {
        if (Files.isRegularFile(file)) {
          Files.deleteIfExists(file);
          removeEmptyParents(file);
        }
      } catch (IOException e) {
        throw failures.explain("delete " + root.relativize(file), e);
      }
    }
  }

  @Override
  public void list(String prefix, Consumer<ObjectInfo> visitor) {
    StoreKey.require(prefix + "x"); // a prefix is what a key may begin with
    try {
      new Listing(prefix, visitor).walk(root, "");
    } catch (IOException e) {
      throw failures.explain("list " + prefix, e);
    }
  }

  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException e) {
      throw failures.explain("close the store", e);
    }
  }

  @Override
  public String toString() {
    return "directory " + root;
  }

  private Path file(String key) {
    return root.resolve(StoreKey.require(key));
  }

  private static boolean holds(PutCondition condition, Path target) throws IOException {
    return switch (condition) {
      case PutCondition.Always() -> true;
      case PutCondition.Absent() -> !Files.isRegularFile(target);
      case PutCondition.IfMatch(String etag) ->
          Files.isRegularFile(target) && Etags.of(target).equals(etag);
    };
  }

  private static void replace(Path temporary, Path target) throws IOException {
    try {
      rename(temporary, target);
    } catch (NoSuchFileException e) {
      Files.createDirectories(parent(target));
      rename(temporary, target);
    }
  }

  private static void rename(Path temporary, Path target) throws IOException {
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void removeEmptyParents(Path file) throws IOException {
    try {
      for (Path dir = parent(file); !dir.equals(root); dir = parent(dir)) {
        Files.deleteIfExists(dir);
      }
    } catch (DirectoryNotEmptyException e) {
      // another object still lives there
    }
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent(), "objects are below the root");
  }

  /// Empty if `e` only says that there is no object; a failure otherwise.
  private <T> Optional<T> absentOr(String what, Path file, IOException e) {
    boolean absent =
        e instanceof NoSuchFileException
            || Files.isDirectory(file)
            || (e instanceof FileSystemException f && StoreFailures.isBelowAFile(f));
    if (absent) {
      return Optional.empty();
    }
    throw failures.explain(what, e);
  }
}
