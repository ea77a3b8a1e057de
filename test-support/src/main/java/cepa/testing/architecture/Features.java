package cepa.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells which feature a class belongs to.
final class Features {

  /// Packages each of whose children is a feature.
  private static final List<String> HOMES =
      List.of("processor.source", "processor.analysis", "renderer.pages");

  /// Engines whose features stand beside their own packages: a child is a feature if something in
  /// it implements the interface named.
  private static final Map<String, String> INTERFACES =
      Map.of("fetcher", "Feed", "simulator", "SimulatedSource");

  private static final List<String> ENGINES =
      List.of("fetcher", "processor", "renderer", "simulator");

  private final String root;

  Features(String root) {
    this.root = root;
  }

  /// The package of the feature, or empty if the class belongs to none.
  Optional<String> of(JavaClass type) {
    for (String home : HOMES) {
      Optional<String> child = childOf(root + "." + home, type);
      if (child.isPresent()) {
        return child;
      }
    }
    for (Map.Entry<String, String> engine : INTERFACES.entrySet()) {
      String home = root + "." + engine.getKey();
      Optional<String> child = childOf(home, type);
      if (child.isPresent() && implementsIn(child.get(), type, home + "." + engine.getValue())) {
        return child;
      }
    }
    return Optional.empty();
  }

  boolean isAnalysis(JavaClass type) {
    return childOf(root + ".processor.analysis", type).isPresent();
  }

  boolean isInTheProcessor(JavaClass type) {
    return isBelow(root + ".processor", type);
  }

  boolean isInAnEngine(JavaClass type) {
    return ENGINES.stream().anyMatch(engine -> isBelow(root + "." + engine, type));
  }

  private static Optional<String> childOf(String home, JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(home + ".")) {
      return Optional.empty();
    }
    int end = name.indexOf('.', home.length() + 1);
    return Optional.of(end < 0 ? name : name.substring(0, end));
  }

  private static boolean isBelow(String home, JavaClass type) {
    return type.getPackageName().equals(home) || type.getPackageName().startsWith(home + ".");
  }

  private static boolean implementsIn(String feature, JavaClass type, String openInterface) {
    return type.getPackage().getClasses().stream()
        .filter(neighbour -> isBelow(feature, neighbour))
        .anyMatch(neighbour -> !neighbour.isInterface() && neighbour.isAssignableTo(openInterface));
  }
}
