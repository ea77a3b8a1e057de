package cepa.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new SimulateCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void write_makesFilesOfAllDocuments(@TempDir Path directory) throws IOException {
    int exit =
        command.execute("--seed", "3", "--relays", "60", "--tick", "2", "--write", "" + directory);
    assertThat(exit).isZero();
    assertThat(JsonMapper.shared().readTree(directory.resolve("details.json")).get("relays").size())
        .isBetween(50, 61);
    assertThat(directory.resolve("latest.json")).isNotEmptyFile();
    assertThat(directory.resolve("uptime.json")).isNotEmptyFile();
    assertThat(directory.resolve("bandwidth.json")).isNotEmptyFile();
    Path archive = directory.resolve("recent/relay-descriptors");
    try (Stream<Path> kinds = Files.list(archive)) {
      assertThat(kinds.map(kind -> kind.getFileName().toString()))
          .containsExactlyInAnyOrder("consensuses", "votes", "bandwidths", "server-descriptors");
    }
    assertThat(archive.resolve("consensuses/2026-08-22-17-00-00-consensus")).isNotEmptyFile();
  }

  @Test
  void help_explainsOptionsFaultsAndControl() {
    assertThat(command.execute("--help")).isZero();
    assertThat(out.toString())
        .contains("--tick-every", "--write", "/_control", "truncate[:SHARE]", "2026-08-22");
  }

  @Test
  void unknownFault_isRefusedBeforeServing() {
    assertThat(command.execute("--port", "0", "--relays", "50", "--fault", "/x:nonsense"))
        .isNotZero();
    assertThat(err.toString()).contains("no such kind", "garbage");
  }

  @Test
  void impossibleSize_isRefusedWithAReason() {
    assertThat(command.execute("--port", "0", "--relays", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("20 to 100000").doesNotContain("\tat ");
  }

  @Test
  void durations_areWrittenAsPeopleDo() {
    SimulateCommand.Durations durations = new SimulateCommand.Durations();
    assertThat(List.of("90s", "5m", "1h").stream().map(durations::convert))
        .containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofHours(1));
    assertThatThrownBy(() -> durations.convert("0s")).isInstanceOf(IllegalArgumentException.class);
  }
}
