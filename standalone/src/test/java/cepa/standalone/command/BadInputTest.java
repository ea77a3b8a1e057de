package cepa.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.standalone.ExitCode;
import cepa.standalone.instance.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people mistype and what machines lack: one message that says what to do, the right exit
/// code, nothing half written.
@Tag("system")
class BadInputTest {

  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          generate --no-such-option                     | --no-such-option
          generate --onionoo-details-url ftp://a/b      | Not an absolute http or https URL: ftp://a/b
          generate --onionoo-details-url ::             | --onionoo-details-url
          generate --base-url example.org               | Not an absolute http or https URL
          generate --workers -1                         | --workers must be 0 or more, not -1
          generate --workers many                       | 'many' is not an int
          generate --apis some                          | expected one of
          replay --as-of yesterday                      | yesterday
          replay                                        | --as-of
          diff one                                      | Missing required parameter: 'B'
          nothing                                       | nothing
          """)
  void mistypedCommand_isToldInOneMessage(String command, String told) {
    Ended ended = run(command.split(" +"));

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains(told).doesNotContain("\tat ");
  }

  @Test
  void outputThatIsAFile_isRefusedBeforeAnythingIsFetched() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "mine");

    Ended ended = run("generate", "--out", file.toString(), "--data", data());

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(ended.err()).contains(file.toString());
    assertThat(file).hasContent("mine");
    assertThat(Path.of(data())).doesNotExist();
  }

  @Test
  void outputBelowAFile_isRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "mine");

    Ended ended = run("generate", "--out", file + "/www", "--data", data());

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(ended.err()).contains(file.toString());
  }

  @Test
  void dataInUse_areRefused_andSaidWhoHasThem() {
    try (DataDirectory _ = DataDirectory.hold(Path.of(data()))) {
      Ended ended = run("generate", "--out", temporary + "/out", "--data", data());

      assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.REFUSED);
      assertThat(ended.err()).contains(data());
    }
  }

  @Test
  void takenPort_isSaid() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Ended ended =
          run(
              "run",
              "--port",
              port,
              "--data",
              data(),
              "--onionoo-details-url",
              "http://127.0.0.1:" + port + "/",
              "--onionoo-uptime-url",
              "http://127.0.0.1:" + port + "/");

      assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.REFUSED);
      assertThat(ended.err()).contains(port).contains("--port").doesNotContain("\tat ");
    }
  }

  @Test
  void unknownBuild_isSaid() {
    Ended ended = run("rollback", "20260101t000000z-abcdef", "--data", data());

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(ended.err()).contains("20260101t000000z-abcdef");
  }

  private String data() {
    return temporary.resolve("data").toString();
  }

  private static Ended run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        CepaCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(List.of(arguments).toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  private record Ended(int code, String out, String err) {}
}
