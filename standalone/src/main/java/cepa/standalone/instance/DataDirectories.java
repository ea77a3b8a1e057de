package cepa.standalone.instance;

import cepa.digest.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where data directories are if nobody says otherwise: below the user's state directory.
public final class DataDirectories {

  private DataDirectories() {}

  /// The directory of `./cepa run`.
  public static Path standard(Map<String, String> environment) {
    return state(environment).resolve("site");
  }

  /// The directory of a one-shot generator for `out`; each output directory has its own.
  public static Path forOutput(Map<String, String> environment, Path out) {
    String key = Sha256.hex(List.of(out.toAbsolutePath().normalize().toString()));
    return state(environment).resolve("out-" + key.substring(0, 16));
  }

  private static Path state(Map<String, String> environment) {
    String given = environment.getOrDefault("XDG_STATE_HOME", "");
    Path base =
        given.isBlank()
            ? Path.of(environment.getOrDefault("HOME", "."), ".local", "state")
            : Path.of(given);
    return base.resolve("cepa");
  }
}
