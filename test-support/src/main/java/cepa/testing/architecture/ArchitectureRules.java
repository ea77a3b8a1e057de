package cepa.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// All rules for the main classes of one module. Every module extends this by an empty class; a
/// needed exception is an annotation of `cepa.rule` with its reason, never a change here.
public abstract class ArchitectureRules {

  private static final String ROOT = "cepa";

  /// Any class the module's build puts among its compiled classes. The default, the subclass
  /// itself, lies in `target/test-classes`, whose neighbour `target/classes` is then looked at.
  protected Class<?> anchor() {
    return getClass();
  }

  @TestFactory
  Stream<DynamicTest> everyRule_holds() {
    Path main = module().resolve("target/classes");
    JavaClasses classes =
        Files.isDirectory(main) // a module may have no class yet
            ? new ClassFileImporter().importPath(main)
            : new ClassFileImporter().importClasses();
    return rules(ROOT)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }

  @Test
  void everyPackage_saysWhatItIsForAndIsNullMarked() throws IOException {
    assertThat(PackageSources.problems(module().resolve("src/main/java"))).isEmpty();
  }

  /// The directory of the module: the anchor lies in `target/classes`, `target/test-classes` or
  /// `target/‹jar›` of it.
  private Path module() {
    URI anchor =
        URI.create(anchor().getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(anchor).resolve("../..").normalize();
  }

  /// The rules for a project whose packages begin with `root`.
  static Stream<ArchRule> rules(String root) {
    return Stream.of(
            ModuleRules.all(root),
            FeatureRules.all(root),
            LibraryRules.all(root),
            PurityRules.all(root),
            CodingRules.all(root))
        .flatMap(rules -> rules)
        .map(rule -> rule.allowEmptyShould(true));
  }
}
