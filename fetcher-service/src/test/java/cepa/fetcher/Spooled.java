package cepa.fetcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Documents in a spool, for tests.
public final class Spooled {

  private Spooled() {}

  /// A document with these bytes; its file goes away with the test's directory at the latest.
  public static SpooledDocument spooled(Path directory, String name, byte[] body) {
    SpoolFile file = new Spool(directory).create();
    try {
      file.write(body, 0, body.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.finish(name);
  }

  public static SpooledDocument spooled(Path directory, String name, String body) {
    return spooled(directory, name, body.getBytes(StandardCharsets.UTF_8));
  }
}
