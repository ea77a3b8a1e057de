package cepa.standalone;

import cepa.service.Startup;
import cepa.standalone.command.CepaCommand;

/// The program behind ./cepa.
public final class Main {

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    Startup.neutral();
    int code = CepaCommand.commandLine().execute(args);
    System.exit(code);
  }
}
