package cepa.standalone.facts.section;

import cepa.model.family.FamilyStatistics;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.Shown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How relays declare families.
final class FamilyStatisticsSource implements FactsSource {

  @Override
  public String section() {
    return "family_statistics";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return List.of(WHOLE);
  }

  @Override
  public Object facts(FactsInput input, String key) {
    FamilyStatistics families = input.get(FamilyStatistics.class);
    Map<String, Object> facts = new LinkedHashMap<>();
    state(facts, "standalone", families.standalone(), families);
    state(facts, "alleged_only", families.allegedOnly(), families);
    state(facts, "effective_only", families.effectiveOnly(), families);
    state(facts, "mixed", families.mixed(), families);
    state(facts, "effective_total", families.effectiveOnly() + families.mixed(), families);
    Double misconfigured = families.misconfigured();
    facts.put("misconfigured_percentage", percent(misconfigured == null ? 0 : misconfigured));
    facts.put("configured_percentage", percent(misconfigured == null ? 0 : 1 - misconfigured));
    facts.put("unique_families_count", families.families());
    facts.put("largest_family_size", families.largest());
    facts.put("large_family_count", families.large());
    return facts;
  }

  private static void state(
      Map<String, Object> facts, String name, int relays, FamilyStatistics all) {
    facts.put(name + "_relays", relays);
    facts.put(
        name + "_percentage", percent(all.relays() == 0 ? 0 : (double) relays / all.relays()));
  }

  private static Shown percent(double fraction) {
    return Shown.number(100 * fraction, 1);
  }
}
