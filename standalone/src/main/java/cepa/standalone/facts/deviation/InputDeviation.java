package cepa.standalone.facts.deviation;

import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Remake;
import cepa.standalone.facts.Values;
import cepa.standalone.facts.section.Sections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A deviation in which inputs figures are made of: made of those that the reference takes, they
/// are the golden ones, or differ by another deviation.
///
/// @param condition on the inputs
/// @param change makes the inputs, by type, those that the reference takes
record InputDeviation(
    String id,
    String summary,
    Pattern fields,
    Predicate<FactsInput> condition,
    BiConsumer<FactsInput, Map<Class<?>, Object>> change)
    implements Deviation {

  @Override
  public Answer reference(Place place, FactsInput input) {
    Remade remade = input.derive(Others.class, _ -> new Others()).of(this, input);
    if (remade == null) {
      return Answer.notHere();
    }
    Map<String, @Nullable Object> leaves = remade.leaves(place);
    Object theirs = Leaves.get(leaves, place.path());
    if (Leaves.has(leaves, place.path()) && Values.same(place.golden(), theirs)) {
      return Answer.gives(theirs);
    }
    var there = new Place(place.section(), place.key(), place.path(), place.golden(), theirs);
    return Deviations.all().stream().anyMatch(other -> other.explains(there, remade.input))
        ? Answer.gives(place.golden())
        : Answer.notHere();
  }

  /// Deviations that inputs were changed by: none is applied twice.
  ///
  /// @param deviations by summary
  record Applied(Set<String> deviations) {}

  /// What was made of other inputs.
  private static final class Others {
    private final Map<InputDeviation, @Nullable Remade> known = new HashMap<>();

    private @Nullable Remade of(InputDeviation deviation, FactsInput input) {
      if (!known.containsKey(deviation)) {
        known.put(deviation, make(deviation, input));
      }
      return known.get(deviation);
    }

    private static @Nullable Remade make(InputDeviation deviation, FactsInput input) {
      Remake remake = input.find(Remake.class);
      Applied applied = input.find(Applied.class);
      Set<String> before = applied == null ? Set.of() : applied.deviations;
      if (remake == null
          || before.contains(deviation.summary)
          || !deviation.condition.test(input)) {
        return null;
      }
      Set<String> after = new HashSet<>(before);
      after.add(deviation.summary);
      return new Remade(
          remake.of(given -> {
            deviation.change.accept(input, given);
            given.put(Applied.class, new Applied(after));
          }));
    }
  }

  /// The leaves last asked for: differences come entry by entry.
  private static final class Remade {
    private static final List<FactsSource> SECTIONS = Sections.all();

    private final FactsInput input;
    private String last = "";
    private Map<String, @Nullable Object> leaves = Map.of();

    private Remade(FactsInput input) {
      this.input = input;
    }

    private Map<String, @Nullable Object> leaves(Place place) {
      String wanted = place.section() + "/" + place.key();
      if (!wanted.equals(last)) {
        last = wanted;
        leaves =
            SECTIONS.stream()
                .filter(section -> section.section().equals(place.section()))
                .findFirst()
                .map(section -> Leaves.of(section.facts(input, place.key())))
                .orElse(Map.of());
      }
      return leaves;
    }
  }
}
