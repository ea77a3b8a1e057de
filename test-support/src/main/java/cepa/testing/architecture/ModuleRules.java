package cepa.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/// Which modules may use which. What lies outside the packages named here is `common`.
final class ModuleRules {

  private static final List<String> SERVICES =
      List.of("fetcher", "processor", "renderer", "edge", "operations", "simulator");

  /// Modules that put services together.
  private static final List<String> WHOLES = List.of("standalone", "bench");

  private ModuleRules() {}

  static Stream<ArchRule> all(String root) {
    return Stream.concat(
        Stream.of(
            commonUsesNoOther(root),
            modelUsesTheJdkOnly(root),
            onlyTestsUseTestSupport(root),
            nobodyUsesTheBench(root)),
        SERVICES.stream().map(service -> servicesAreApart(root, service)));
  }

  private static ArchRule commonUsesNoOther(String root) {
    String[] others =
        packages(
            root, Stream.of(SERVICES, WHOLES, List.of("testing")).flatMap(names -> names.stream()));
    return noClasses()
        .that(resideInAnyPackage(root + "..").and(not(resideInAnyPackage(others))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .as("common uses no other module");
  }

  private static ArchRule modelUsesTheJdkOnly(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", root + ".model..")
        .as("the model uses the JDK and JSpecify only");
  }

  private static ArchRule servicesAreApart(String root, String service) {
    String[] others =
        packages(
            root,
            Stream.concat(
                SERVICES.stream().filter(other -> !other.equals(service)), WHOLES.stream()));
    return noClasses()
        .that()
        .resideInAPackage(root + "." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .as(service + " uses no other service");
  }

  private static ArchRule onlyTestsUseTestSupport(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".testing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".testing..")
        .as("test-support is used by tests only");
  }

  private static ArchRule nobodyUsesTheBench(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".bench..")
        .as("measurements are used by nobody");
  }

  private static String[] packages(String root, Stream<String> names) {
    return names.map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
