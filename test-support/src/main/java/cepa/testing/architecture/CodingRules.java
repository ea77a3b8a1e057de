package cepa.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import cepa.rule.AllowedToUseSystemOut;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/// Habits no module has.
final class CodingRules {

  private static final Set<String> STREAMS = Set.of("out", "err");

  private CodingRules() {}

  static Stream<ArchRule> all(String root) {
    return Stream.of(
        noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + "..")
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .as("nothing is injected into fields"),
        classes()
            .that()
            .resideInAPackage(root + "..")
            .should(noSystemOut())
            .as("only what is @AllowedToUseSystemOut uses System.out and System.err"),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .callMethodWhere(
                target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class)))))
            .as("nobody prints stack traces"),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .as("nobody uses java.util.logging"));
  }

  private static ArchCondition<JavaClass> noSystemOut() {
    return new ArchCondition<>("not use System.out or System.err") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        for (JavaFieldAccess access : user.getFieldAccessesFromSelf()) {
          boolean stream =
              access.getTargetOwner().isEquivalentTo(System.class)
                  && STREAMS.contains(access.getTarget().getName());
          boolean allowed =
              user.isAnnotatedWith(AllowedToUseSystemOut.class)
                  || access.getOrigin().isAnnotatedWith(AllowedToUseSystemOut.class);
          if (stream && !allowed) {
            events.add(SimpleConditionEvent.violated(user, access.getDescription()));
          }
        }
      }
    };
  }
}
