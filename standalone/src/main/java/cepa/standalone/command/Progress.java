package cepa.standalone.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/// Tells how far a command is: a bar that moves on a terminal, plain lines elsewhere. Safe for many
/// threads.
final class Progress {

  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private final boolean quiet;
  private final long began = System.nanoTime();
  private boolean barOpen;
  private int lastTenth = -1;

  /// @param terminal whether someone watches
  Progress(PrintWriter out, boolean terminal, boolean quiet) {
    this.out = out;
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /// For standard output of this process.
  @SuppressWarnings("SystemConsoleNull") // it is null again since JDK 25 where nobody watches
  static Progress standard(PrintWriter out, boolean quiet) {
    Console console = System.console();
    return new Progress(out, console != null && console.isTerminal(), quiet);
  }

  /// A step was taken.
  synchronized void line(String text) {
    closeBar();
    if (!quiet) {
      out.printf(Locale.ROOT, "[%7.1f s] %s%n", seconds(), text);
      out.flush();
    }
  }

  /// `done` of `all` are done.
  synchronized void bar(String what, int done, int all) {
    if (quiet || all == 0) {
      return;
    }
    if (terminal) {
      int filled = WIDTH * done / all;
      out.printf(
          Locale.ROOT,
          "\r[%7.1f s] %s %s%s %d/%d ",
          seconds(),
          what,
          "#".repeat(filled),
          "-".repeat(WIDTH - filled),
          done,
          all);
      out.flush();
      barOpen = true;
    } else if (10 * done / all > lastTenth) {
      lastTenth = 10 * done / all;
      out.printf(Locale.ROOT, "[%7.1f s] %s %d/%d%n", seconds(), what, done, all);
      out.flush();
    }
  }

  private void closeBar() {
    lastTenth = -1;
    if (barOpen) {
      out.println();
      barOpen = false;
    }
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
