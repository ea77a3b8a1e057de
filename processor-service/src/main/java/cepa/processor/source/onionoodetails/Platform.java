package cepa.processor.source.onionoodetails;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names of operating systems from platform lines such as `Tor 0.4.8.21 on Linux` (relay-model 5.1,
/// with the closed list of escaping 4.3 instead of whatever word stands there).
final class Platform {

  static final String OTHER = "Other";

  private static final List<String> KNOWN =
      List.of(
          "Linux",
          "FreeBSD",
          "OpenBSD",
          "NetBSD",
          "DragonFly",
          "Windows",
          "Darwin",
          "SunOS",
          "Android",
          "iOS",
          "Haiku",
          "CYGWIN",
          "Minix");

  private Platform() {}

  /// @param line the whole platform line; null if missing
  /// @return a name from the list or `Other`; null if the line is missing or blank
  static @Nullable String of(@Nullable String line) {
    if (line == null || line.isBlank()) {
      return null;
    }
    int on = line.indexOf(" on ");
    String system = on < 0 ? line : line.substring(on + " on ".length());
    int space = system.indexOf(' ');
    String word = space < 0 ? system : system.substring(0, space);
    String last = word.substring(word.lastIndexOf('/') + 1);
    return KNOWN.stream().filter(known -> known.equalsIgnoreCase(last)).findFirst().orElse(OTHER);
  }
}
