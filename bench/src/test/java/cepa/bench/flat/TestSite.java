package cepa.bench.flat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A site of a few files.
public final class TestSite {

  private final Path root;

  public TestSite(Path root) {
    this.root = root;
  }

  public TestSite with(String name, String content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public SiteFiles files() {
    return SiteFiles.in(root);
  }
}
