package cepa.simulator;

import cepa.simulator.fault.Fault;
import cepa.simulator.fault.FaultText;
import cepa.simulator.network.SimulatedNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the simulator; stands alone or is a subcommand.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header =
        "Stands in for every upstream service: Onionoo, CollecTor, AROI validation, authorities.",
    description = {
      "",
      "Serves one invented Tor network, consistent over all documents, at any size. Same seed,"
          + " relays and tick give the same bytes. One tick is one hour after 2026-08-22 15:00 UTC;"
          + " the clock stands still unless --tick-every is given or someone moves it:",
      "",
      "  curl -d '{\"advance\": 1}' http://127.0.0.1:PORT/_control",
      "  curl -d '{\"faults\": [{\"path\": \"/uptime\", \"kind\": \"status\", \"value\": \"503\","
          + " \"times\": 2}]}' http://127.0.0.1:PORT/_control",
      "  curl http://127.0.0.1:PORT/_control          tick, faults, requests so far",
      "",
      "Served: /details /uptime /bandwidth (also below /onionoo), /latest.json (also below /aroi),"
          + " /recent/relay-descriptors/... and /index/index.json (also below /collector).",
      ""
    },
    footer = {"", "Kinds of fault:", "", FaultText.KINDS})
public final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of everything invented. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--relays",
      defaultValue = "" + SimulatedNetwork.ALL_REAL_RELAYS,
      description =
          "How many relays, 20 to 100000. Default: ${DEFAULT-VALUE}, as many as the real network"
              + " had; fewer is a sample, more is extrapolated")
  private int relays;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on, 0 for any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--bind",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String bind = "127.0.0.1";

  @Option(
      names = "--tick",
      defaultValue = "0",
      description = "Hour to begin with. Default: ${DEFAULT-VALUE}")
  private int tick;

  @Option(
      names = "--tick-every",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "Let an hour pass every so often: 30s, 5m, 1h")
  private @Nullable Duration tickEvery;

  @Option(
      names = "--steady-weights",
      description =
          "Leave measured weights as they are at tick 0; otherwise one in six changes each hour")
  private boolean steadyWeights;

  @Option(
      names = "--fault",
      paramLabel = "PATH:KIND[:VALUE[:TIMES]]",
      description = "Something that goes wrong, see below; may be repeated")
  private List<String> faults = List.of();

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description = "Write all documents of the tick below this directory instead of serving")
  private @Nullable Path write;

  @Option(
      names = "--spool",
      paramLabel = "DIR",
      description =
          "Where documents are kept while they are served, up to 1 GB for a full network."
              + " Default: the system's directory for temporary files")
  private @Nullable Path spool;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      return run();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int run() throws IOException, InterruptedException {
    if (write != null) {
      DocumentFiles.write(new SimulatedNetwork(seed, relays, steadyWeights), tick, write);
      out().println("Wrote the documents of tick " + tick + " to " + write);
      return 0;
    }
    List<Fault> parsed = faults.stream().map(FaultText::parse).toList();
    try (UpstreamSimulator simulator = UpstreamSimulator.start(settings())) {
      Thread hook = Thread.ofPlatform().unstarted(simulator::close);
      Runtime.getRuntime().addShutdownHook(hook);
      parsed.forEach(simulator.faults()::add);
      out().println("Simulating " + relays + " relays at " + simulator.baseUrl());
      out().flush();
      if (tickEvery != null) {
        simulator.tickEvery(tickEvery);
      }
      new CountDownLatch(1).await(); // until the process is told to end
    }
    return 0;
  }

  private SimulatorSettings settings() {
    SimulatorSettings settings =
        SimulatorSettings.defaults()
            .withSeed(seed)
            .withRelays(relays)
            .withBind(bind)
            .withPort(port)
            .withTick(tick)
            .withSteadyWeights(steadyWeights);
    return spool == null ? settings : settings.withSpool(spool);
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("The command must be run by picocli");
    }
    return spec.commandLine();
  }

  /// Reads `30s`, `5m` and the like.
  static final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Duration duration = Duration.parse("PT" + text);
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("must be longer than nothing");
      }
      return duration;
    }
  }
}
