package cepa.bench;

import cepa.service.Startup;

/// The program behind ./bench/run.
public final class Main {

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    Startup.neutral();
    System.exit(BenchCommand.commandLine().execute(args));
  }
}
