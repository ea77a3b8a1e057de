package cepa.testing.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.store.s3.S3Settings;
import cepa.store.s3.S3Store;
import cepa.store.s3.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("system")
class S3ServerProcessIT {

  @Test
  void process_tellsItsEndpointServesAndEndsWithItsInput(@TempDir Path root) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                S3ServerProcess.class.getName(),
                root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String line;
      do { // log lines may come first
        line = process.inputReader(UTF_8).readLine();
        assertThat(line).as("output until the endpoint").isNotNull();
      } while (!line.startsWith("S3 endpoint "));
      URI endpoint = URI.create(line.substring("S3 endpoint ".length()));
      var settings =
          S3Settings.of(endpoint, "cepa", S3Server.ACCESS_KEY, new Secret(S3Server.SECRET_KEY));
      try (var store = new S3Store(settings)) {
        store.put("a", "x".getBytes(UTF_8), "text/plain");
        assertThat(store.get("a")).isPresent();
      }
      assertThat(root.resolve("cepa/a")).exists();
    } finally {
      process.outputWriter(UTF_8).close();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
