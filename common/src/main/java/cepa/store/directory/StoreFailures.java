package cepa.store.directory;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/// Says what a failure of the file system means for the store and what to do about it.
final class StoreFailures {

  private final Path root;

  StoreFailures(Path root) {
    this.root = root;
  }

  /// @param what the action that failed, as in "write packs/ab (12 bytes)"
  CepaException explain(String what, IOException e) {
    String failed = "Cannot " + what + " in the directory store " + root + ": ";
    String reason = reason(e);
    if (e instanceof ClosedByInterruptException) {
      return new RetriableException(failed + "interrupted; nothing was changed", e);
    }
    if (reason.contains("no space left") || reason.contains("quota exceeded")) {
      return new PermanentException(
          failed + "the disk is full; free space there or point cepa.store.directory elsewhere", e);
    }
    if (e instanceof AccessDeniedException || reason.contains("read-only file system")) {
      return new PermanentException(
          failed
              + "no permission; let the user of this process ("
              + System.getProperty("user.name")
              + ") read and write it, or point cepa.store.directory elsewhere",
          e);
    }
    if (isInTheWay(e, reason)) {
      return new PermanentException(
          failed
              + "a file stands where a directory should be, or the other way round ("
              + e.getMessage()
              + "); move it away",
          e);
    }
    return new RetriableException(failed + e, e);
  }

  /// Whether a path leads through a file, so that nothing can be there.
  static boolean isBelowAFile(FileSystemException e) {
    return reason(e).contains("not a directory");
  }

  private static boolean isInTheWay(IOException e, String reason) {
    return e instanceof FileAlreadyExistsException
        || e instanceof DirectoryNotEmptyException
        || reason.contains("not a directory")
        || reason.contains("is a directory");
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? "" : reason.toLowerCase(Locale.ROOT);
  }
}
