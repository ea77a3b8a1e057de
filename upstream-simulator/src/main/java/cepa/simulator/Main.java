package cepa.simulator;

import java.util.Locale;
import java.util.TimeZone;
import picocli.CommandLine;

/// Runs the simulator on its own.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.exit(new CommandLine(new SimulateCommand()).execute(args));
  }
}
