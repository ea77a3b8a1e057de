package cepa.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version of the running code.
///
/// @param release the released version, e.g. `0.1.0`
/// @param code first 12 hex digits of the SHA-256 over every main source that can change a page
///   (made by the build); equal code has equal digests on every machine
public record CodeVersion(String release, String code) {

  private static final String RESOURCE = "/cepa/version/version.properties";

  /// The version of the code on the class path.
  ///
  /// @throws IllegalStateException if the build did not write its version; build with `./cepa`
  public static CodeVersion current() {
    var properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: build with ./cepa or mvn package");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CodeVersion(
        properties.getProperty("version"), properties.getProperty("code").substring(0, 12));
  }
}
