package cepa.bench;

import cepa.bench.compare.NoiseCommand;
import cepa.bench.compare.ZerosCommand;
import cepa.bench.growth.GrowthCommand;
import cepa.bench.growth.GrowthStepCommand;
import cepa.bench.live.SwitchCommand;
import cepa.bench.site.SiteCommand;
import cepa.bench.twins.TwinsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The root of all measurements.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Cepa and looks over its sites; see bench/README.md.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      SiteCommand.class,
      TwinsCommand.class,
      NoiseCommand.class,
      ZerosCommand.class,
      GrowthCommand.class,
      GrowthStepCommand.class,
      SwitchCommand.class,
      CommandLine.HelpCommand.class
    })
final class BenchCommand {

  private BenchCommand() {}

  static CommandLine commandLine() {
    var line = new CommandLine(new BenchCommand());
    line.setExecutionExceptionHandler((failure, command, _) -> {
      if (failure instanceof IllegalArgumentException) {
        command.getErr().println("bench: " + failure.getMessage());
        return 2;
      }
      throw failure;
    });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    return line;
  }
}
