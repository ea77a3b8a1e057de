package cepa.testing.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks at the sources of packages: each has a null-marked `package-info.java` that begins with a
/// sentence on what the package is for.
final class PackageSources {

  private PackageSources() {}

  /// What is wrong, one line a package; empty if all is well or there are no sources.
  static List<String> problems(Path sources) throws IOException {
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    var packages = new TreeSet<Path>();
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> packages.add(sources.relativize(file).getParent()));
    }
    return packages.stream().flatMap(dir -> problem(sources, dir).stream()).toList();
  }

  private static List<String> problem(Path sources, Path dir) {
    Path file = sources.resolve(dir).resolve("package-info.java");
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      if (text.isEmpty()) {
        return List.of(dir + " has no package-info.java");
      }
      if (!text.startsWith("/// ") || !text.lines().anyMatch(PackageSources::endsASentence)) {
        return List.of(dir + ": package-info.java does not begin with a sentence (/// …)");
      }
      if (!text.contains("@NullMarked")) {
        return List.of(dir + " is not @NullMarked");
      }
      return List.of();
    } catch (IOException e) {
      return List.of(dir + ": cannot be read: " + e);
    }
  }

  private static boolean endsASentence(String line) {
    return line.startsWith("/// ") && line.contains(".");
  }
}
