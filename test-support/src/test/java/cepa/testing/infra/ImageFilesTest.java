package cepa.testing.infra;

import static cepa.testing.infra.ProjectFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ImageFilesTest {

  @Test
  void image_runsAsANumberedUserThatIsNotRoot() throws IOException {
    String dockerfile = ProjectFiles.read("infra/images/Dockerfile");

    assertThat(dockerfile.lines().filter(line -> line.startsWith("USER ")))
        .containsExactly("USER 10001:10001");
    assertThat(dockerfile)
        .contains("org.opencontainers.image.title", "HEALTHCHECK", "ARG BASE_IMAGE=");
  }

  @Test
  void whatImagesAreMadeOf_reachesTheBuild() throws IOException {
    assertThat(ProjectFiles.read(".dockerignore").lines())
        .as("the modules images are built from")
        .containsAll(
            map(ProjectFiles.yaml("docker-compose.yml"), "services").values().stream()
                .map(service -> map(service).get("build"))
                .filter(Objects::nonNull)
                .map(build -> "!" + map(map(build), "args").get("MODULE") + "/target/lib")
                .toList());
  }

  @Test
  void scripts_canBeStarted() {
    assertThat(ProjectFiles.root().resolve("infra/images/run")).isExecutable();
    assertThat(ProjectFiles.root().resolve("infra/images/healthcheck")).isExecutable();
  }

  @Test
  void healthcheck_followsTheStatus() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] status = {200};
    server.createContext(
        "/actuator/health",
        exchange -> {
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    try {
      assertThat(healthcheck(port)).as("healthy").isZero();
      status[0] = 503;
      assertThat(healthcheck(port)).as("unhealthy").isNotZero();
    } finally {
      server.stop(0);
    }
    assertThat(healthcheck(port)).as("nobody listens").isNotZero();
  }

  private static int healthcheck(int port) throws Exception {
    var builder =
        new ProcessBuilder(
                "bash", ProjectFiles.root().resolve("infra/images/healthcheck").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    Process process = builder.start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }
}
