package cepa.model.health;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the network is well: one assessment for each [Criterion], in order.
///
/// @param level the worst that is known
/// @param assessments all, also of what is well or unknown
public record Verdict(Level level, List<Assessment> assessments) {

  public Verdict {
    assessments = List.copyOf(assessments);
  }

  public static Verdict of(List<Assessment> assessments) {
    return new Verdict(worst(assessments), assessments);
  }

  /// What deserves a look, worst first, then in order of the criteria.
  public List<Assessment> concerns() {
    return assessments.stream()
        .filter(assessment -> assessment.level().compareTo(Level.WATCH) >= 0)
        .sorted(Comparator.comparing(Assessment::level).reversed())
        .toList();
  }

  /// The worst known level of an aspect; unknown if nothing of it is known.
  public Level level(Aspect aspect) {
    return worst(assessments.stream().filter(a -> a.criterion().aspect() == aspect).toList());
  }

  private static Level worst(List<Assessment> assessments) {
    return assessments.stream()
        .map(Assessment::level)
        .max(Comparator.naturalOrder())
        .orElse(Level.UNKNOWN);
  }

  /// @param criterion what was looked at
  /// @param level how it is
  /// @param value the figure in the criterion's unit; null if unknown
  /// @param subject key of the group it is about, e.g. of the largest network; null if it is about
  ///   none
  public record Assessment(
      Criterion criterion, Level level, @Nullable Double value, @Nullable String subject) {}

  /// How something is, from nothing known to worst.
  public enum Level {
    UNKNOWN,
    OK,
    WATCH,
    BAD
  }

  /// What of the network a criterion speaks of.
  public enum Aspect {
    AVAILABILITY,
    CAPACITY,
    DIVERSITY,
    SOFTWARE,
    AUTHORITIES
  }
}
