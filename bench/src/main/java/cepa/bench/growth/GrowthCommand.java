package cepa.bench.growth;

import cepa.bench.Main;
import cepa.bench.Shown;
import cepa.bench.TextTable;
import cepa.json.Json;
import cepa.simulator.network.SimulatedNetwork;
import cepa.standalone.instance.TemporaryDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Cost of a model by size of the network.
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates ever larger networks, puts all sources on an embedded broker's log, lets a"
          + " processor make the model in a process of its own, and says what it took by relay.",
      "Exits with 1 if a relay costs more than 15 %% more processor time than at the first size."
    })
public final class GrowthCommand implements Callable<Integer> {

  private static final double ALLOWED = 1.15;
  private static final int STEPS_SHOWN = 25;
  private static final long GIGABYTE = 1L << 30;

  @Option(
      names = "--factors",
      split = ",",
      defaultValue = "1,2.5,5,10",
      description = "Sizes in networks of 10,916 relays, at most 100,000 (default: 1,2.5,5,10).")
  private List<Double> factors = List.of(1.0);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    List<ModelRun> runs = new ArrayList<>();
    for (double factor : factors) {
      int relays =
          (int)
              Math.min(
                  SimulatedNetwork.MOST_RELAYS,
                  Math.round(factor * SimulatedNetwork.ALL_REAL_RELAYS));
      try (var data = TemporaryDirectory.create("cepa-growth")) {
        String relayCount = Integer.toString(relays);
        step(heap(factor, 2), "fetch", data.path(), "--relays", relayCount);
        String result = step(heap(factor, 1), "model", data.path());
        ModelRun run = Json.read(result.getBytes(StandardCharsets.UTF_8), ModelRun.class);
        runs.add(run);
        out.println(steps(run, runs.getFirst()));
        out.flush();
      }
    }
    out.println(sizes(runs));
    double worst = runs.stream().mapToDouble(run -> ratio(run, runs.getFirst())).max().orElse(1);
    boolean held = worst <= ALLOWED;
    out.println(
        (held ? "met     " : "MISSED  ")
            + "processor time a relay, largest against the first: "
            + Shown.ratio(worst)
            + " of at most "
            + Shown.ratio(ALLOWED));
    return held ? 0 : 1;
  }

  /// Half of what a network needs is there whatever its size, the other half grows with it.
  private static String heap(double factor, int gigabytes) {
    double bytes = gigabytes * GIGABYTE * Math.max(1, 0.5 + factor / 2);
    return "-Xmx" + (long) bytes;
  }

  private static String step(String heap, String task, Path data, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-Xm"))
        .forEach(command::add);
    command.addAll(
        List.of(
            heap,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "growth-step",
            task,
            data.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String result = "";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(GrowthStepCommand.RESULT)) {
          result = line.substring(GrowthStepCommand.RESULT.length());
        }
      }
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("Step " + task + " ended with " + code + "; see above");
    }
    return result;
  }

  private static double ratio(ModelRun run, ModelRun first) {
    return (double) run.cpu() / run.relays() / ((double) first.cpu() / first.relays());
  }

  private static TextTable sizes(List<ModelRun> runs) {
    var table =
        new TextTable(
            "relays",
            "records",
            "cold",
            "warm",
            "warm CPU",
            "CPU a relay",
            "to the first",
            "reading alone CPU",
            "to that",
            "live heap",
            "peak resident",
            "artefact",
            "loaded in",
            "loaded heap");
    for (ModelRun run : runs) {
      table.row(
          Shown.count(run.relays()),
          Shown.count(run.records()),
          Shown.seconds(run.coldWall()),
          Shown.seconds(run.wall()),
          Shown.seconds(run.cpu()),
          Shown.milliseconds(run.cpu() / run.relays()),
          Shown.ratio(ratio(run, runs.getFirst())),
          Shown.seconds(run.limitCpu()),
          Shown.ratio((double) run.cpu() / run.limitCpu()),
          Shown.megabytes(run.liveHeap()),
          Shown.megabytes(run.peakResident()),
          Shown.megabytes(run.artefact()),
          Shown.seconds(run.loadWall()),
          Shown.megabytes(run.loadHeap()));
    }
    return table;
  }

  private static TextTable steps(ModelRun run, ModelRun first) {
    var table =
        new TextTable(
            Shown.count(run.relays()) + " relays", "CPU", "share", "wall", "a relay, to the first");
    run.steps().stream()
        .sorted((a, b) -> Long.compare(b.cpu(), a.cpu()))
        .limit(STEPS_SHOWN)
        .forEach(step ->
            table.row(
                step.name(),
                Shown.seconds(step.cpu()),
                Shown.percent((double) step.cpu() / run.cpu()),
                Shown.seconds(step.wall()),
                growth(step, run, first)));
    long timed = run.steps().stream().mapToLong(Step::cpu).sum();
    table.row(
        "all else",
        Shown.seconds(run.cpu() - timed),
        Shown.percent(1 - (double) timed / run.cpu()),
        "-",
        "-");
    return table;
  }

  /// A dash where the first run was too short for the clock.
  private static String growth(Step step, ModelRun run, ModelRun first) {
    long before =
        first.steps().stream()
            .filter(other -> other.name().equals(step.name()))
            .mapToLong(Step::cpu)
            .sum();
    return before == 0
        ? "-"
        : Shown.ratio((double) step.cpu() / run.relays() / ((double) before / first.relays()));
  }
}
