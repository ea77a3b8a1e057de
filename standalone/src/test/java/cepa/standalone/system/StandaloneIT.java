package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.standalone.ExitCode;
import cepa.standalone.command.CepaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A site that ticks, is replayed, rolled back and resumed. One story, since starting takes
/// seconds.
@Tag("system")
class StandaloneIT {

  @Test
  void siteTicks_replaysItsPast_rollsBackAndResumes(@TempDir Path temporary) throws Exception {
    try (var site = new RunningSite(temporary.resolve("data"), 300, Map.of())) {
      String first = site.awaitLive(0);
      Map<String, String> before = SiteContent.of(site.builds(), first);
      awaitServed(site, first);

      String second = site.awaitLive(1);
      assertThat(second).isNotEqualTo(first);

      BuildLedger.Entry replay =
          site.request(
              id -> new BuildRequest.AsOf(id, Instant.parse("2026-08-22T15:30:00Z"), false));
      assertThat(replay.state()).isEqualTo(BuildLedger.State.CHECKED);
      assertThat(SiteContent.of(site.builds(), replay.build())).isEqualTo(before);
      assertThat(site.live()).isEqualTo(second);

      BuildLedger.Entry full = site.request(id -> new BuildRequest.Latest(id, true, false));
      assertThat(SiteContent.of(site.builds(), full.build()))
          .as("an incremental build's site equals a full build's")
          .isEqualTo(SiteContent.of(site.builds(), second));

      rollBackAndResume(site, first);
    }
  }

  private static void rollBackAndResume(RunningSite site, String first) throws Exception {
    assertThat(cepa(site, "rollback", first).code()).isEqualTo(ExitCode.OK);
    awaitServed(site, first);
    Map<String, String> inputs = site.fetch(2);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> site.held(inputs).isPresent());
    assertThat(site.live()).isEqualTo(first);

    assertThat(cepa(site, "resume").code()).isEqualTo(ExitCode.OK);
    String held = site.held(inputs).orElseThrow();
    assertThat(site.live()).isEqualTo(held);
    awaitServed(site, held);

    assertThat(cepa(site, "builds").out()).contains("* " + held);
    assertThat(cepa(site, "diff", "--summary", first, held).out()).contains("paths differ");
    assertThat(cepa(site, "snapshots").out()).contains("onionoo-uptime-20260822T150000Z");
    assertThat(cepa(site, "rollback", "no-such-build").code()).isEqualTo(ExitCode.REFUSED);
  }

  private static void awaitServed(RunningSite site, String build) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> get(site, "/").headers().firstValue("X-Cepa-Build").orElse("").equals(build));
  }

  private static HttpResponse<Void> get(RunningSite site, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(site.url().resolve(path)).build(), BodyHandlers.discarding());
    }
  }

  private static Ended cepa(RunningSite site, String... arguments) {
    CommandLine line = CepaCommand.commandLine();
    var out = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(out));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = site.root().toString();
    return new Ended(line.execute(all), out.toString());
  }

  /// How a command ended.
  private record Ended(int code, String out) {}
}
