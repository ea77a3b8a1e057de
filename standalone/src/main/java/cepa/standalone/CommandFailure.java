package cepa.standalone;

/// Ends a command with one message and an exit code.
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  /// @param code one of [ExitCode]
  /// @param message what went wrong and what to do
  public CommandFailure(int code, String message) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
