package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.digest.Sha256;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.ExitCode;
import cepa.standalone.command.CepaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `generate` as cron runs it: a process that ends. Where neither its end nor its surroundings
/// matter it runs in this process, which is warm.
@Tag("system")
class GenerateIT {

  @TempDir private Path temporary;

  @Test
  void sameDocuments_sameFiles_andOnlyWhatDiffersIsWritten() throws Exception {
    try (var upstream =
            UpstreamSimulator.start(
                SimulatorSettings.defaults().withRelays(120).withSpool(temporary));
        var processes = new Processes(Files.createDirectory(temporary.resolve("logs")))) {
      Path one = temporary.resolve("one");
      assertThat(generate(processes, upstream, one, "1", Map.of("TZ", "Asia/Tokyo")).code())
          .as(processes.said())
          .isEqualTo(ExitCode.OK);
      Path two = temporary.resolve("two");
      generate(processes, upstream, two, "3", Map.of("TZ", "UTC", "LC_ALL", "tr_TR.UTF-8"));
      Map<String, String> content = files(one);
      assertThat(content).hasSizeGreaterThan(600).isEqualTo(files(two));

      assertThat(generate(upstream, one).out()).contains(" 0 files written");

      String relay =
          content.keySet().stream().filter(f -> f.startsWith("relay/")).findFirst().orElseThrow();
      String fingerprint = relay.split("/")[1];
      upstream.edit(fingerprint, "contact", "someone else <someone AT else DOT example>");
      Ended changed = generate(upstream, one);
      Map<String, String> after = files(one);
      List<String> differing =
          after.keySet().stream()
              .filter(f -> !Objects.equals(after.get(f), content.get(f)))
              .toList();
      assertThat(differing)
          .contains("relay/" + fingerprint + "/index.html", "index.html")
          .allMatch(f -> isOfTheNetwork(f) || names(one.resolve(f), fingerprint));
      assertThat(changed.out()).contains(" " + differing.size() + " files written");
    }
  }

  @Test
  void nothingToBuildFrom_isSaidAndLeavesNothingBehind() throws Exception {
    try (var upstream =
        UpstreamSimulator.start(SimulatorSettings.defaults().withRelays(20).withSpool(temporary))) {
      upstream.faults().add(cepa.simulator.fault.FaultText.parse("/details:status:404"));
      Path out = temporary.resolve("out");

      Ended ended = generate(upstream, out);

      assertThat(ended.code()).as(ended.out()).isEqualTo(ExitCode.NOTHING);
      assertThat(ended.out()).contains("onionoo-details: failed").contains("404");
      assertThat(files(out)).isEmpty();
    }
  }

  /// Pages that speak of more than one relay or group: the overview, listings, operators (one lost
  /// the relay, one has it now), changes, the search index.
  private static boolean isOfTheNetwork(String file) {
    return !file.matches("(relay|as|country|family|flag|platform|first_seen)/[^/]+/.*");
  }

  /// Whether a page or a table beside it lists the relay.
  private static boolean names(Path file, String fingerprint) {
    try (var beside = Files.list(Objects.requireNonNull(file.getParent()))) {
      for (Path each : beside.filter(Files::isRegularFile).toList()) {
        if (Files.readString(each).contains(fingerprint)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Ended generate(
      Processes processes,
      UpstreamSimulator upstream,
      Path out,
      String workers,
      Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("cepa.standalone.Main"));
    command.addAll(command(upstream, out, workers));
    Processes.Started started = processes.command("standalone", command, environment);
    boolean ended = started.process().waitFor(3, TimeUnit.MINUTES);
    String said = Files.readString(started.log());
    assertThat(ended).as(said).isTrue();
    return new Ended(started.process().exitValue(), said);
  }

  private Ended generate(UpstreamSimulator upstream, Path out) {
    var said = new StringWriter();
    CommandLine line = CepaCommand.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    int code = line.execute(command(upstream, out, "2").toArray(String[]::new));
    return new Ended(code, said.toString());
  }

  private List<String> command(UpstreamSimulator upstream, Path out, String workers) {
    return List.of(
        "generate",
        "--out",
        out.toString(),
        "--data",
        temporary.resolve("data-" + out.getFileName()).toString(),
        "--workers",
        workers,
        "--upstream",
        upstream.baseUrl().toString());
  }

  /// How a run ended.
  private record Ended(int code, String out) {}

  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(directory)) {
      List<Path> plain = new ArrayList<>(all.filter(Files::isRegularFile).toList());
      for (Path file : plain) {
        files.put(directory.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
