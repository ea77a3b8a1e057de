package cepa.testing.store;

import cepa.store.ObjectStore;
import cepa.store.s3.S3Settings;
import cepa.store.s3.S3Store;
import cepa.store.s3.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// The contract on a real MinIO server. The image is that of docker-compose.yml unless the
/// environment variable `MINIO_IMAGE` names another.
@Tag("docker")
@EnabledIf(
    value = "dockerAnswers",
    disabledReason = "no Docker daemon answers; start one to run the contract on MinIO")
class S3StoreOnMinioIT extends ObjectStoreContract {

  private static final int PORT = 9000;
  private static final String USER = "cepa-test";
  private static final String PASSWORD = "cepa-test-password";

  private static @Nullable GenericContainer<?> minio;

  private String bucket = "unset";

  static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @BeforeAll
  static void startMinio() {
    String image =
        Optional.ofNullable(System.getenv("MINIO_IMAGE"))
            .orElse("minio/minio:RELEASE.2025-09-07T16-13-09Z");
    var container =
        new GenericContainer<>(image)
            .withCommand("server", "/data")
            .withEnv("MINIO_ROOT_USER", USER)
            .withEnv("MINIO_ROOT_PASSWORD", PASSWORD)
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/minio/health/ready").forPort(PORT));
    container.start();
    minio = container;
  }

  @AfterAll
  static void stopMinio() {
    GenericContainer<?> container = minio;
    if (container != null) {
      container.stop();
    }
  }

  @BeforeEach
  @Override
  void openStore() {
    bucket = "cepa-" + UUID.randomUUID();
    super.openStore();
  }

  @Override
  protected ObjectStore open() {
    GenericContainer<?> container = minio;
    if (container == null) {
      throw new IllegalStateException("no container");
    }
    var endpoint =
        URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
    return new S3Store(S3Settings.of(endpoint, bucket, USER, new Secret(PASSWORD)));
  }
}
