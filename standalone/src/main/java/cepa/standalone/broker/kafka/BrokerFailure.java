package cepa.standalone.broker.kafka;

import cepa.rule.AllowedToUseSystemOut;
import cepa.standalone.ExitCode;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;

/// What happens when the broker cannot go on, usually because the disk is full. Kafka then ends the
/// whole process on the spot, which cannot be prevented; here it says why and what to do.
@AllowedToUseSystemOut("nothing else is left to tell it with")
final class BrokerFailure {

  /// Less than this is no room for a log.
  private static final long LITTLE = 16 * 1024 * 1024;

  private BrokerFailure() {}

  /// From now on the process ends with a message for people and the exit code for what they must
  /// mend.
  static void tellBeforeTheEnd(Path directory) {
    Exit.setHaltProcedure((_, _) -> {
      System.err.println("cepa: " + message(directory, directory.toFile().getUsableSpace()));
      System.err.flush();
      Runtime.getRuntime().halt(ExitCode.REFUSED);
    });
  }

  /// @param free bytes left on the disk
  static String message(Path directory, long free) {
    String failed = "The broker's log in " + directory + " cannot be written: ";
    return failed
        + (free < LITTLE
            ? "the disk is full; free space there or choose another directory with --data, then"
                + " run again"
            : "see the messages above; mend it or choose another directory with --data, then run"
                + " again");
  }
}
