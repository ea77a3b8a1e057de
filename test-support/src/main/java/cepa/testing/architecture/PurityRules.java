package cepa.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Same inputs, same bytes: on the way from the model to the page nothing asks for the time, chance
/// or the machine's locale. Time comes in as `asOf`.
final class PurityRules {

  private PurityRules() {}

  static Stream<ArchRule> all(String root) {
    String[] pure = {
      root + ".model..",
      root + ".processor.source..",
      root + ".processor.analysis..",
      root + ".renderer.pages.."
    };
    return Stream.of(
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .callCodeUnitWhere(target(asksTheClock()))
            .as("model, sources, analyses and pages do not ask for the time"),
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .callCodeUnitWhere(target(rollsDice()))
            .as("model, sources, analyses and pages use no chance"),
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .callCodeUnitWhere(target(asksForTheLocale()))
            .as("model, sources, analyses and pages do not depend on the default locale or zone"));
  }

  private static DescribedPredicate<CodeUnitCallTarget> asksTheClock() {
    return calls(
        "the clock",
        (owner, method, parameters) ->
            (owner.getPackageName().equals("java.time")
                    && method.equals("now")
                    && !parameters.contains(Clock.class.getName()))
                || (owner.isEquivalentTo(Clock.class) && method.startsWith("system"))
                || (owner.isEquivalentTo(System.class)
                    && Set.of("currentTimeMillis", "nanoTime").contains(method))
                || (owner.isEquivalentTo(java.util.Date.class)
                    && method.equals("<init>")
                    && parameters.isEmpty()));
  }

  private static DescribedPredicate<CodeUnitCallTarget> rollsDice() {
    return calls(
        "chance",
        (owner, method, _) ->
            owner.isAssignableTo(Random.class)
                || owner.isEquivalentTo(ThreadLocalRandom.class)
                || (owner.isEquivalentTo(Math.class) && method.equals("random"))
                || (owner.isEquivalentTo(UUID.class) && method.equals("randomUUID")));
  }

  private static DescribedPredicate<CodeUnitCallTarget> asksForTheLocale() {
    return calls(
        "the default locale or zone",
        (owner, method, parameters) ->
            (owner.isEquivalentTo(Locale.class) && method.equals("getDefault"))
                || (owner.isEquivalentTo(ZoneId.class) && method.equals("systemDefault"))
                || (owner.isEquivalentTo(TimeZone.class) && method.equals("getDefault"))
                || (owner.isEquivalentTo(String.class)
                    && Set.of("format", "formatted", "toLowerCase", "toUpperCase").contains(method)
                    && !parameters.contains(Locale.class.getName())));
  }

  private interface Call {
    boolean is(JavaClass owner, String method, List<String> parameters);
  }

  private static DescribedPredicate<CodeUnitCallTarget> calls(String what, Call call) {
    return DescribedPredicate.describe(
        what,
        target ->
            call.is(
                target.getOwner(),
                target.getName(),
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList()));
  }
}
