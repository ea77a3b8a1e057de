package cepa.standalone.command;

import cepa.simulator.SimulateCommand;
import cepa.standalone.ExitCode;
import cepa.version.CodeVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The root of all commands.
@Command(
    name = "cepa",
    mixinStandardHelpOptions = true,
    versionProvider = CepaCommand.Version.class,
    description = {
      "Turns the Tor network's public data into a complete analytics site.",
      "",
      "  ./cepa demo                    see it now, on a simulated network",
      "  ./cepa run                     keep a live site, from the public services",
      "  ./cepa generate --out www      write the site as files once, for cron",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      GenerateCommand.class,
      BuildsCommand.class,
      DiffCommand.class,
      FactsCommand.class,
      ReplayCommand.class,
      RollbackCommand.class,
      ResumeCommand.class,
      SnapshotsCommand.class,
      SimulateCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes of all commands:",
      "  0  all went well",
      "  1  a defect of the program",
      "  2  the command line or the configuration is wrong",
      "  3  generated, but a source is missing, old or failed",
      "  4  nothing generated: there are no details of relays",
      "  5  the build did not get through; the site before it is untouched",
      "  6  broker, store or upstream cannot be reached",
      "  7  not possible: unknown build, directory in use, disk full, request refused"
    })
public final class CepaCommand {

  private CepaCommand() {}

  /// The whole command line, with errors told in one message each.
  public static CommandLine commandLine() {
    var line = new CommandLine(new CepaCommand());
    line.setParameterExceptionHandler(new Mistypes());
    line.setExecutionExceptionHandler(new Failures());
    line.setExitCodeExceptionMapper(Failures::code);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  /// Prints which code this is.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      CodeVersion version = CodeVersion.current();
      return new String[] {
        "cepa " + version.release() + " (code " + version.code() + ")", "Java " + Runtime.version()
      };
    }
  }
}
