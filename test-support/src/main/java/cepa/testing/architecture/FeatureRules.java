package cepa.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import cepa.rule.AllowedToUseAFeature;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/// Features (one package a source, analysis or page family) stand alone: they know their engine,
/// the engine knows only the interface they implement.
final class FeatureRules {

  private FeatureRules() {}

  static Stream<ArchRule> all(String root) {
    var features = new Features(root);
    return Stream.of(
        classes()
            .should(
                new ArchCondition<JavaClass>("not use another feature") {
                  @Override
                  public void check(JavaClass user, ConditionEvents events) {
                    if (!user.isAnnotatedWith(AllowedToUseAFeature.class)) {
                      features.of(user).ifPresent(own -> siblings(features, own, user, events));
                    }
                  }
                })
            .as("features do not use their siblings"),
        classes()
            .should(
                new ArchCondition<JavaClass>("not use a feature") {
                  @Override
                  public void check(JavaClass user, ConditionEvents events) {
                    engine(features, user, events);
                  }
                })
            .as("engines do not use features"));
  }

  private static void siblings(
      Features features, String own, JavaClass user, ConditionEvents events) {
    for (Dependency use : user.getDirectDependenciesFromSelf()) {
      JavaClass used = use.getTargetClass();
      boolean sibling = features.of(used).filter(other -> !other.equals(own)).isPresent();
      boolean result = features.isAnalysis(user) && isResult(features, used);
      if (sibling && !result) {
        events.add(SimpleConditionEvent.violated(user, use.getDescription()));
      }
    }
  }

  private static void engine(Features features, JavaClass user, ConditionEvents events) {
    boolean free =
        features.of(user).isPresent()
            || !features.isInAnEngine(user)
            || user.isAnnotatedWith(AllowedToUseAFeature.class);
    if (free) {
      return;
    }
    for (Dependency use : user.getDirectDependenciesFromSelf()) {
      JavaClass used = use.getTargetClass();
      if (features.of(used).isPresent() && !isResult(features, used)) {
        events.add(SimpleConditionEvent.violated(user, use.getDescription()));
      }
    }
  }

  /// What readers and analyses hand on, records and the enums in them, is there to be read by the
  /// analyses after them, and by the history that is folded from it.
  private static boolean isResult(Features features, JavaClass used) {
    return features.isInTheProcessor(used) && (used.isRecord() || used.isEnum());
  }
}
