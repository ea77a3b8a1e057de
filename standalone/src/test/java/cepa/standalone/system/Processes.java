package cepa.standalone.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Starts our programs as processes of their own, with the jars that images contain, and ends
/// exactly those.
final class Processes implements AutoCloseable {

  private static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

  private final List<Process> started = new ArrayList<>();
  private final Path logs;

  Processes(Path logs) {
    this.logs = logs;
  }

  /// A process and the file that holds what it says.
  record Started(Process process, Path log) {}

  /// A service of a module, configured by environment variables alone.
  Process service(String module, String main, Map<String, String> environment) throws IOException {
    return command(module, List.of(main), environment).process();
  }

  /// A program of a module with its arguments.
  Started command(String module, List<String> command, Map<String, String> environment)
      throws IOException {
    Path target = ROOT.resolve(module).resolve("target");
    String classPath = target.resolve(module + "-0.1.0.jar") + ":" + target.resolve("lib") + "/*";
    return start(module, classPath, command, environment);
  }

  /// A helper of the test sources, with this test's class path; `line` is the first line it prints.
  String helper(String main, List<String> arguments, String beginsWith) throws IOException {
    List<String> command = new ArrayList<>(List.of(main));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command(System.getProperty("java.class.path"), command))
            .redirectError(logs.resolve(main + ".err").toFile())
            .start();
    started.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line;
    while ((line = out.readLine()) != null) {
      if (line.startsWith(beginsWith)) {
        return line.substring(beginsWith.length());
      }
    }
    throw new IOException(main + " ended without saying where it is");
  }

  private Started start(
      String name, String classPath, List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command(classPath, command)).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Path log = logs.resolve(name + "-" + started.size() + ".log");
    Process process = builder.redirectOutput(Files.createFile(log).toFile()).start();
    started.add(process);
    return new Started(process, log);
  }

  private static List<String> command(String classPath, List<String> command) {
    List<String> whole =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    whole.addAll(command);
    return whole;
  }

  /// What the services said, for a failed test.
  String said() throws IOException {
    StringBuilder said = new StringBuilder();
    try (var files = Files.list(logs)) {
      for (Path log : files.sorted().toList()) {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        said.append("== ").append(log.getFileName()).append('\n');
        lines.stream()
            .skip(Math.max(0, lines.size() - 30))
            .forEach(l -> said.append(l).append('\n'));
      }
    }
    return said.toString();
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : started.reversed()) {
      process.destroyForcibly();
    }
    for (Process process : started) {
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
