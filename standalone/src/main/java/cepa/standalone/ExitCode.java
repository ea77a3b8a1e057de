package cepa.standalone;

/// What the process says when it ends; one table for all commands.
public final class ExitCode {

  /// All went well.
  public static final int OK = 0;

  /// A defect of the program.
  public static final int INTERNAL = 1;

  /// The command line or the configuration is wrong.
  public static final int USAGE = 2;

  /// The site was generated, but a source is missing, old or failed.
  public static final int DEGRADED = 3;

  /// Nothing was generated: there are no details of relays.
  public static final int NOTHING = 4;

  /// The build did not get through; the site before it is untouched.
  public static final int INCOMPLETE = 5;

  /// Broker, store or upstream cannot be reached.
  public static final int UNREACHABLE = 6;

  /// What was asked for is not possible, e.g. an unknown build, a directory in use, a full disk.
  public static final int REFUSED = 7;

  private ExitCode() {}
}
