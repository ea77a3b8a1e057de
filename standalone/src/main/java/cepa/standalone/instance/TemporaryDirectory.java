package cepa.standalone.instance;

import cepa.error.PermanentException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A directory that goes with whoever closes it.
///
/// @param path the directory
public record TemporaryDirectory(Path path) implements AutoCloseable {

  public static TemporaryDirectory create(String name) {
    try {
      return new TemporaryDirectory(Files.createTempDirectory(name + "-"));
    } catch (IOException e) {
      throw new PermanentException(
          "No temporary directory can be made (" + e.getMessage() + "); is the disk full?", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new Deleting());
    } catch (IOException e) {
      throw new PermanentException(
          "The temporary directory " + path + " could not be deleted; delete it by hand", e);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
