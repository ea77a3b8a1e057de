package cepa.standalone.command;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.DataDirectory.HeldException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Says in one message what went wrong; a stack trace only for defects.
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    Throwable told = known(failure);
    var err = line.getErr();
    if (told == null) {
      err.println("cepa: a defect of the program; please report it with these lines:");
      err.println(failure);
      for (StackTraceElement frame : failure.getStackTrace()) {
        err.println("  at " + frame);
      }
      if (failure.getCause() != null) {
        err.println("because of " + failure.getCause());
      }
      return ExitCode.INTERNAL;
    }
    err.println("cepa: " + told.getMessage());
    return code(told);
  }

  static int code(Throwable failure) {
    return switch (failure) {
      case CommandFailure command -> command.code();
      case CommandLine.ParameterException _ -> ExitCode.USAGE;
      case HeldException _ -> ExitCode.REFUSED;
      case RetriableException _ -> ExitCode.UNREACHABLE;
      case PermanentException _ -> ExitCode.REFUSED;
      case IllegalArgumentException _ -> ExitCode.USAGE;
      default -> ExitCode.INTERNAL;
    };
  }

  /// The failure of ours behind what was thrown; null if there is none.
  private static @Nullable Throwable known(Throwable failure) {
    Throwable deepest = null;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof CommandFailure || t instanceof cepa.error.CepaException) {
        return t;
      }
      if (t instanceof IllegalArgumentException && t.getMessage() != null) {
        deepest = t;
      }
    }
    return deepest;
  }
}
