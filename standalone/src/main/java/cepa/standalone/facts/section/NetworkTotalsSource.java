package cepa.standalone.facts.section;

import cepa.model.network.RoleTotals;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.Shown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sums over the whole network by role.
final class NetworkTotalsSource implements FactsSource {

  @Override
  public String section() {
    return "network_totals";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return List.of(WHOLE);
  }

  @Override
  public Object facts(FactsInput input, String key) {
    RoleTotals totals = input.get(RoleTotals.class);
    int all = totals.all().relays();
    int guards = totals.guardOnly().relays();
    int middles = totals.neither().relays();
    int exits = totals.exits().relays();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("primary", counts(guards, middles, exits, all));
    facts.put("all", counts(totals.guardFlag().relays(), middles, exits, all));
    facts.put(
        "categories",
        Map.of(
            "guard_only", guards,
            "exit_only", totals.exitOnly().relays(),
            "guard_exit", totals.guardExit().relays(),
            "middle", middles,
            "total", all));
    facts.put("guard_count", guards);
    facts.put("middle_count", middles);
    facts.put("exit_count", exits);
    facts.put("total_relays", all);
    facts.put("measured_relays", totals.all().measured());
    facts.put(
        "measured_percentage",
        all == 0 ? 0 : Double.parseDouble(Shown.round(100.0 * totals.all().measured() / all, 1)));
    facts.put("guard_consensus_weight", totals.guardOnly().weight());
    facts.put("middle_consensus_weight", totals.neither().weight());
    facts.put("exit_consensus_weight", totals.exits().weight());
    facts.put("total_network_bandwidth", totals.all().bandwidth());
    facts.put("total_guard_bandwidth", totals.guardOnly().bandwidth());
    facts.put("total_exit_bandwidth", totals.exits().bandwidth());
    return facts;
  }

  private static Map<String, Object> counts(int guards, int middles, int exits, int all) {
    return Map.of("guard", guards, "middle", middles, "exit", exits, "total", all);
  }
}
