package cepa.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rule nobody can break is no rule: each is broken once, in [cepa.testing.architecture.fixture].
class RulesBiteTest {

  private static final String FIXTURE = "cepa.testing.architecture.fixture";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(FIXTURE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          common uses no other module                               | CommonThatUsesAService
          the model uses the JDK and JSpecify only                  | ImpureModel
          fetcher uses no other service                             | EngineThatNamesAFeature
          features do not use their siblings                        | FeedThatUsesItsSibling
          features do not use their siblings                        | PagesThatUseTheirSibling
          features do not use their siblings                        | RankThatUsesAReader
          engines do not use features                               | EngineThatNamesAFeature
          only packages ..kafka.. use Kafka                         | BadHabits
          only packages ..store.s3.. use MinIO and OkHttp           | BadHabits
          nobody uses Jackson 2 or Lombok                           | BadHabits
          model, sources, analyses and pages do not ask for the time| ImpureModel.now()
          model, sources, analyses and pages use no chance          | ImpureModel.chance()
          model, sources, analyses and pages do not depend on the default locale or zone | ImpureModel.inTheMachinesLocale
          nothing is injected into fields                           | BadHabits.injected
          only what is @AllowedToUseSystemOut uses System.out and System.err | BadHabits.speak()
          nobody prints stack traces                                | BadHabits.print
          nobody uses java.util.logging                             | BadHabits
          """)
  void aBreach_isFound(String rule, String culprit) {
    assertThat(breaches(rule)).contains(culprit);
  }

  @Test
  void whatIsAllowed_isNotFound() {
    assertThat(breaches("only what is @AllowedToUseSystemOut uses System.out and System.err"))
        .doesNotContain("speakWithLeave");
    assertThat(breaches("model, sources, analyses and pages do not ask for the time"))
        .doesNotContain("nowByAGivenClock");
    assertThat(
            breaches(
                "model, sources, analyses and pages do not depend on the default locale or zone"))
        .doesNotContain("inAGivenLocale");
    assertThat(breaches("features do not use their siblings")).doesNotContain("RankThatReads");
    assertThat(breaches("engines do not use features"))
        .doesNotContain("FoldOfResults", "FactoryWithLeave");
    assertThat(breaches("edge uses no other service")).isEmpty();
  }

  @Test
  void packagesWithoutAPurpose_areFound(@TempDir Path sources) throws IOException {
    String good = "/// What it is for.\n@NullMarked\npackage good;\n";
    write(sources, "good/A.java", "");
    write(sources, "good/package-info.java", good);
    write(sources, "none/A.java", "");
    write(sources, "wordless/package-info.java", good.replace("/// What it is for.", ""));
    write(sources, "unmarked/package-info.java", good.replace("@NullMarked", ""));

    assertThat(PackageSources.problems(sources))
        .containsExactly(
            "none has no package-info.java",
            "unmarked is not @NullMarked",
            "wordless: package-info.java does not begin with a sentence (/// …)");
    assertThat(PackageSources.problems(sources.resolve("absent"))).isEmpty();
  }

  private static String breaches(String description) {
    List<ArchRule> named =
        ArchitectureRules.rules(FIXTURE)
            .filter(rule -> rule.getDescription().equals(description))
            .toList();
    assertThat(named).as(description).hasSize(1);
    return named.getFirst().evaluate(CLASSES).getFailureReport().getDetails().stream()
        .collect(Collectors.joining("\n"));
  }

  private static void write(Path sources, String file, String text) throws IOException {
    Files.createDirectories(sources.resolve(file).getParent());
    Files.writeString(sources.resolve(file), text);
  }
}
