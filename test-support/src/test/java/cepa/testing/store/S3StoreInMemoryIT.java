package cepa.testing.store;

import cepa.store.ObjectStore;
import cepa.store.s3.S3Store;
import org.junit.jupiter.api.AfterEach;

class S3StoreInMemoryIT extends ObjectStoreContract {

  private final S3Server server = S3Server.inMemory();

  @Override
  protected ObjectStore open() {
    return new S3Store(server.settings("cepa"));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }
}
