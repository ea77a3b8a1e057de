package cepa.testing.store;

import cepa.store.ObjectStore;
import cepa.store.s3.S3Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class S3StoreOnDirectoryIT extends ObjectStoreContract {

  @TempDir private Path root;

  private @Nullable S3Server server;

  @Override
  protected ObjectStore open() {
    return new S3Store(server().settings("cepa"));
  }

  private S3Server server() {
    S3Server running = server;
    if (running == null) {
      try {
        running = S3Server.onDirectory(root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
    }
    return running;
  }

  @AfterEach
  void stopServer() {
    server().close();
  }
}
