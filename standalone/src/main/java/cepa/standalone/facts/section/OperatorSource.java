package cepa.standalone.facts.section;

import cepa.model.RelayGroup;
import cepa.model.operator.Operator;
import cepa.model.operator.Operators;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operators, also by the keys they are no longer known by.
final class OperatorSource implements FactsSource {

  private final List<GroupSource.Extra> extras;

  OperatorSource(List<GroupSource.Extra> extras) {
    this.extras = extras;
  }

  @Override
  public String section() {
    return "contact";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return input.groups("operator").keySet();
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    RelayGroup group = group(input, key);
    return group == null ? null : GroupSource.facts(input, "operator", group, extras);
  }

  /// The operator of that key, or who had it formerly; null if there is none.
  static @Nullable RelayGroup group(FactsInput input, String key) {
    RelayGroup group = input.groups("operator").get(key);
    return group == null ? input.derive(Former.class, Former::of).groups.get(key) : group;
  }

  /// Operators by former keys.
  private record Former(Map<String, RelayGroup> groups) {
    private static Former of(FactsInput input) {
      Map<String, RelayGroup> groups = new HashMap<>();
      Operators operators = input.find(Operators.class);
      if (operators != null) {
        for (Operator operator : operators.operators()) {
          RelayGroup group = input.groups("operator").get(operator.key());
          if (group != null) {
            operator.formerKeys().forEach(key -> groups.put(key, group));
          }
        }
      }
      return new Former(groups);
    }
  }
}
