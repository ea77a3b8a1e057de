package cepa.standalone.facts.section;

import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which groups there are (`index`), and how many (`counts`).
final class IndexSource implements FactsSource {

  private final boolean counted;

  /// @param counted only their numbers
  IndexSource(boolean counted) {
    this.counted = counted;
  }

  @Override
  public String section() {
    return counted ? "counts" : "index";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return List.of(WHOLE);
  }

  @Override
  public Object facts(FactsInput input, String key) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "as", input.groups("network").keySet());
    put(facts, "contact", input.groups("operator").keySet());
    put(facts, "country", input.groups("country").keySet());
    put(
        facts,
        "family",
        counted
            ? input.groups("family").keySet()
            : FamilySource.index(input).byFingerprint().keySet());
    put(facts, "first_seen", input.groups("first-seen").keySet());
    put(facts, "flag", input.groups("flag").keySet());
    put(facts, "platform", input.groups("platform").keySet());
    return facts;
  }

  private void put(Map<String, Object> facts, String name, Collection<String> keys) {
    facts.put(name, counted ? keys.size() : List.copyOf(keys));
  }
}
