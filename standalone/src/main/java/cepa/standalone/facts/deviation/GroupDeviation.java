package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A deviation in the figures of groups: where its condition holds, the golden value is what the
/// reference's rules make of the members.
///
/// @param condition on the members and the inputs
record GroupDeviation(String id, String summary, Pattern fields, Condition condition)
    implements Deviation {

  /// Which groups it holds for.
  @FunctionalInterface
  interface Condition {
    boolean holds(List<Relay> members, FactsInput input);
  }

  @Override
  public Answer reference(Place place, FactsInput input) {
    List<Relay> members = ReferenceGroups.of(input).members(place);
    if (members.isEmpty() || !condition.holds(members, input)) {
      return Answer.notHere();
    }
    Map<String, @Nullable Object> leaves = ReferenceTrees.of(input).leaves(place);
    return Leaves.has(leaves, place.path())
        ? Answer.gives(Leaves.get(leaves, place.path()))
        : Answer.notHere();
  }
}
