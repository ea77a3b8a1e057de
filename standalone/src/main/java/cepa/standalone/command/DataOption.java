package cepa.standalone.command;

import cepa.standalone.instance.DataDirectories;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which data directory a command works on.
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data directory: log and object store of the instance (default: $XDG_STATE_HOME/cepa/site).")
  private @Nullable Path data;

  Path directory() {
    return data == null ? DataDirectories.standard(System.getenv()) : data;
  }

  /// The given directory, or `otherwise`.
  Path or(Path otherwise) {
    return data == null ? otherwise : data;
  }

  boolean isGiven() {
    return data != null;
  }
}
