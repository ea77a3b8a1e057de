package cepa.standalone.facts.section;

import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything known of one relay.
final class RelaySource implements FactsSource {

  @Override
  public String section() {
    return "relay";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return fingerprints(input);
  }

  static List<String> fingerprints(FactsInput input) {
    return input.relays().stream().map(relay -> relay.fingerprint().hex()).sorted().toList();
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    Integer index = input.index(key);
    return index == null ? null : RelayLayout.full(input, input.relays().get(index), index);
  }
}
