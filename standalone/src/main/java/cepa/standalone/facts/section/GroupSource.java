package cepa.standalone.facts.section;

import cepa.model.RelayGroup;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A section with an entry for each group of one kind.
///
/// @param section name of the section
/// @param kind the model's name of the kind
/// @param extras what this section says beyond the figures every group has
record GroupSource(String section, String kind, List<Extra> extras) implements FactsSource {

  /// Adds what one kind of group says.
  @FunctionalInterface
  interface Extra {
    void add(Map<String, @Nullable Object> facts, FactsInput input, Group group);
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return input.groups(kind).keySet();
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    RelayGroup group = input.groups(kind).get(key);
    return group == null ? null : facts(input, kind, group, extras);
  }

  static Map<String, @Nullable Object> facts(
      FactsInput input, String kind, RelayGroup group, List<Extra> extras) {
    Map<String, @Nullable Object> facts =
        GroupLayout.facts(GroupFigures.of(input, group), input.model().site().bandwidthUnit());
    Group placed = Group.of(input, kind, group);
    TrafficFacts.group(facts, input, placed);
    extras.forEach(extra -> extra.add(facts, input, placed));
    return facts;
  }
}
