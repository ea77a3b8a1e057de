package cepa.testing.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.s3.S3Settings;
import cepa.store.s3.S3Store;
import cepa.store.s3.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the S3 store does beyond the contract, against a service that checks signatures.
class S3StoreIT {

  private static final byte[] BODY = "body".getBytes(UTF_8);

  private final S3Server server = S3Server.inMemory();

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void wrongSecret_isRefusedWithAHint() {
    var settings =
        S3Settings.of(server.endpoint(), "cepa", server.accessKey(), new Secret("wrong"));
    try (var store = new S3Store(settings)) {
      assertThatThrownBy(() -> store.put("a", BODY, "text/plain"))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("SignatureDoesNotMatch")
          .hasMessageContaining("cepa.store.s3.secret-key");
    }
  }

  @Test
  void unknownAccessKey_isRefusedWithAHint() {
    var settings = S3Settings.of(server.endpoint(), "cepa", "who", new Secret(server.secretKey()));
    try (var store = new S3Store(settings)) {
      assertThatThrownBy(() -> store.get("a"))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("cepa.store.s3.access-key");
    }
  }

  @Test
  void missingBucket_isRefusedUnlessItMayBeMade() {
    try (var strict = new S3Store(with("", false));
        var maker = new S3Store(with("", true))) {
      for (Runnable use :
          List.<Runnable>of(
              () -> strict.get("a"),
              () -> strict.head("a"),
              () -> strict.put("a", BODY, "text/plain"),
              () -> strict.list("", info -> {}))) {
        assertThatThrownBy(use::run)
            .isInstanceOf(PermanentException.class)
            .hasMessageContaining("there is no bucket cepa");
      }

      maker.put("a", BODY, "text/plain");
      assertThat(strict.head("a")).isPresent();
    }
  }

  @Test
  void manyClientsAtOnce_makeTheBucketOnce() throws Exception {
    var puts = new ArrayList<Callable<String>>();
    for (int i = 0; i < 6; i++) {
      String key = "key" + i;
      puts.add(() -> {
        try (var store = new S3Store(with("", true))) {
          return store.put(key, BODY, "text/plain");
        }
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> put : threads.invokeAll(puts)) {
        assertThat(put.get()).isNotEmpty();
      }
    }
  }

  @Test
  void prefixes_keepSitesApart() {
    try (var prod = new S3Store(with("prod/", true));
        var test = new S3Store(with("test/", true));
        var all = new S3Store(with("", true))) {
      prod.put("live.json", BODY, "text/plain");
      test.put("packs/a", BODY, "text/plain");

      assertThat(keys(prod)).containsExactly("live.json");
      assertThat(keys(test)).containsExactly("packs/a");
      assertThat(keys(all)).containsExactly("prod/live.json", "test/packs/a");
      assertThat(test.get("live.json")).isEmpty();
    }
  }

  private S3Settings with(String prefix, boolean createBucket) {
    S3Settings s = server.settings("cepa");
    return new S3Settings(
        s.endpoint(),
        s.bucket(),
        s.region(),
        s.accessKey(),
        s.secretKey(),
        prefix,
        createBucket,
        s.connectTimeout(),
        s.requestTimeout(),
        s.attempts(),
        s.retryDelay());
  }

  private static List<String> keys(ObjectStore store) {
    var keys = new ArrayList<String>();
    store.list("", info -> keys.add(info.key()));
    return keys;
  }
}
