package cepa.testing.store;

import cepa.store.ObjectStore;
import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreContractTest extends ObjectStoreContract {

  @TempDir private Path root;

  @Override
  protected ObjectStore open() {
    return new DirectoryStore(root.resolve("store"));
  }
}
