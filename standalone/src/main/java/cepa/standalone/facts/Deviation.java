package cepa.standalone.facts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An accepted difference from the reference. It may touch certain fields only, holds only where
/// its condition on the inputs does, and explains a golden value only by the reference's own rule
/// applied to the inputs. It knows no fingerprint, name or value.
public interface Deviation {

  /// The defect's id in the specification, or one of our own for a rule of clock or format.
  String id();

  /// What differs and why, in one sentence.
  String summary();

  /// The fields it may touch: `<section>/<path>`, elements of lists of objects in brackets.
  Pattern fields();

  /// What the reference's rule gives here.
  Answer reference(Place place, FactsInput input);

  /// Whether the difference is this one.
  default boolean explains(Place place, FactsInput input) {
    return fields().matcher(place.field()).matches()
        && switch (reference(place, input)) {
          case Answer.NotHere _ -> false;
          case Answer.Gives(Object value) -> Values.same(place.golden(), value);
          case Answer.Covers _ -> true;
        };
  }

  /// What a reference's rule says of a place.
  sealed interface Answer {

    /// The condition on the inputs does not hold here.
    record NotHere() implements Answer {}

    /// It holds, and the reference's rule gives this value.
    record Gives(@Nullable Object value) implements Answer {}

    /// It holds, and what the reference makes of the inputs is of something else than ours, so that
    /// there is nothing to compare.
    record Covers() implements Answer {}

    static Answer covers() {
      return new Covers();
    }

    static Answer notHere() {
      return new NotHere();
    }

    static Answer gives(@Nullable Object value) {
      return new Gives(value);
    }
  }
}
