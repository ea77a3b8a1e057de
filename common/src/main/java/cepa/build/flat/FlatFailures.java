package cepa.build.flat;

import cepa.error.PermanentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/// Says what a failure of the file system means for whoever wants the site there.
final class FlatFailures {

  private FlatFailures() {}

  static PermanentException explain(String what, Path directory, IOException e) {
    return new PermanentException(
        "Cannot " + what + " in " + directory + ": " + reason(e) + " (" + e.getMessage() + ")", e);
  }

  private static String reason(IOException e) {
    String said =
        e instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason().toLowerCase(Locale.ROOT)
            : String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return "the disk is full; free space and run again, what is written already is kept";
    }
    if (e instanceof AccessDeniedException
        || said.contains("read-only file system")
        || said.contains("operation not permitted")) {
      return "no permission; let the user of this process ("
          + System.getProperty("user.name")
          + ") write there";
    }
    if (isInTheWay(e, said)) {
      return "a file stands where a directory must be, or the other way round; move it away";
    }
    return "the file system failed";
  }

  private static boolean isInTheWay(IOException e, String said) {
    return e instanceof java.nio.file.FileAlreadyExistsException
        || e instanceof java.nio.file.DirectoryNotEmptyException
        || e instanceof java.nio.file.NotDirectoryException
        || said.contains("not a directory")
        || said.contains("is a directory")
        || said.contains("directory not empty");
  }
}
