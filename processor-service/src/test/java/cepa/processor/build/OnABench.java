package cepa.processor.build;

import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A conductor on a bench of its own for each test.
abstract class OnABench {

  static final List<String> WHOLE_LIFE = List.of("Planned", "Staged", "Checked", "Live");

  @TempDir Path directory;

  DirectoryStore objects;

  Bench bench;

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    bench = new Bench(objects);
  }

  @AfterEach
  void close() {
    objects.close();
  }
}
