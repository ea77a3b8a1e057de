package cepa.testing.store;

import cepa.rule.AllowedToUseSystemOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Runs an [S3Server] as a process of its own, for tests of whole services: `S3ServerProcess
/// DIRECTORY`. Prints one line, `S3 endpoint http://127.0.0.1:PORT`, and runs until it is killed or
/// its standard input ends. The keys are those of [S3Server].
public final class S3ServerProcess {

  private S3ServerProcess() {}

  @AllowedToUseSystemOut("the line is how the parent process learns the port")
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: S3ServerProcess DIRECTORY");
      System.exit(2);
    }
    try (S3Server server = S3Server.onDirectory(Path.of(args[0]))) {
      System.out.println("S3 endpoint " + server.endpoint());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
