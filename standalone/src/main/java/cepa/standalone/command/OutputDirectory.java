package cepa.standalone.command;

import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes sure, before anything is fetched, that a site can be written where it is wanted.
final class OutputDirectory {

  private OutputDirectory() {}

  /// @throws CommandFailure if the directory cannot be made or written
  static Path prepare(Path directory) {
    try {
      Files.createDirectories(directory);
      Path probe = Files.createTempFile(directory, ".cepa-", ".probe");
      Files.delete(probe);
      return directory;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "The output directory "
              + directory
              + " cannot be written ("
              + e.getClass().getSimpleName()
              + "): check its owner and the free space, or choose another one with --out");
    }
  }
}
