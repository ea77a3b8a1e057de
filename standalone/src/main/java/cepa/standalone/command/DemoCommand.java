package cepa.standalone.command;

import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.ExitCode;
import cepa.standalone.Stack;
import cepa.standalone.Upstreams;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.TemporaryDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the whole thing on a simulated network.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs everything in one process on a simulated network of the size of the real one.",
      "Its clock ticks an hour at a time, so that new builds arrive while you look."
    })
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--relays",
      paramLabel = "N",
      description = "Size of the network (default: about 10,900, the real one).")
  private int relays = SimulatorSettings.defaults().relays();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which network (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed = 1;

  @Option(
      names = "--tick-every",
      paramLabel = "SECONDS",
      description = "Real seconds an hour takes; 0 stops the clock (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int tickEvery = 60;

  @Mixin private DataOption data = new DataOption();
  @Mixin private Serving serving = new Serving();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("cepa.log", System.getProperty("cepa.log", "warn"));
    // The simulated clock begins anew each time, so an old log would be from its future.
    try (TemporaryDirectory temporary = TemporaryDirectory.create("cepa-demo")) {
      Path root = data.isGiven() ? data.directory() : temporary.path();
      var settings =
          SimulatorSettings.defaults()
              .withSeed(seed)
              .withRelays(relays)
              .withSpool(temporary.path());
      try (DataDirectory directory = DataDirectory.hold(root);
          UpstreamSimulator upstream = UpstreamSimulator.start(settings);
          Stack stack = Stack.start(directory, properties(upstream));
          ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
        if (tickEvery > 0) {
          var _ =
              clock.scheduleAtFixedRate(
                  () -> upstream.advance(1), tickEvery, tickEvery, TimeUnit.SECONDS);
        }
        serving.stay(stack, directory, spec.commandLine().getOut());
        clock.shutdownNow();
      }
    }
    return ExitCode.OK;
  }

  private Map<String, String> properties(UpstreamSimulator upstream) {
    Duration cadence = Duration.ofSeconds(Math.max(5, tickEvery / 4));
    Map<String, String> properties = new TreeMap<>(Upstreams.simulated(upstream, cadence));
    properties.put("cepa.edge.port", Integer.toString(serving.port()));
    properties.put("cepa.edge.address", serving.bind());
    return properties;
  }
}
