package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.reliability.OperatorReliability.Downtime;
import cepa.model.reliability.OperatorReliability.RoleDowntime;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator does not offer now, as golden files write it.
public final class DowntimeFacts {

  private DowntimeFacts() {}

  static Map<String, @Nullable Object> downtime(
      FactsInput input, Group group, @Nullable Downtime found) {
    var totals = group.group().totals();
    Downtime downtime =
        found == null ? new Downtime(List.of(), 0, null, 0, null, none(), none(), none()) : found;
    RateUnit unit = RateUnit.of(totals.bandwidth(), input.model().site().bandwidthUnit());
    Map<String, @Nullable Object> bandwidth = new LinkedHashMap<>();
    bandwidth.put("total_offline_bandwidth", downtime.bandwidth());
    bandwidth.put(
        "total_offline_bandwidth_formatted", Shown.number(downtime.bandwidth() / unit.bytes(), 2));
    bandwidth.put(
        "total_operator_bandwidth_formatted", Shown.number(totals.bandwidth() / unit.bytes(), 2));
    bandwidth.put(
        "offline_bandwidth_percentage",
        downtime.bandwidthShare() == null ? 0 : 100 * downtime.bandwidthShare());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("has_offline_relays", found != null);
    facts.put("offline_bandwidth_impact", bandwidth);
    Map<String, @Nullable Object> weight = new LinkedHashMap<>();
    double offline =
        group.group().members().stream()
            .map(input.relays()::get)
            .filter(relay -> !relay.running())
            .mapToDouble(relay -> relay.weight().fraction() == null ? 0 : relay.weight().fraction())
            .sum();
    weight.put("total_offline_cw_fraction", offline);
    weight.put("total_offline_cw_percentage", 100 * offline);
    weight.put(
        "offline_cw_percentage_of_operator",
        totals.weightFraction() == 0 ? 0 : 100 * offline / totals.weightFraction());
    weight.put("total_operator_cw_percentage", 100 * totals.weightFraction());
    facts.put("offline_consensus_weight_impact", weight);
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    Map<String, @Nullable Object> traffic = new LinkedHashMap<>();
    role(counts, traffic, "guard", downtime.guards());
    role(counts, traffic, "middle", downtime.middles());
    role(counts, traffic, "exit", downtime.exits());
    facts.put("offline_counts", counts);
    facts.put("traffic_percentages", traffic);
    facts.put("offline_relay_details", offline(input, downtime));
    return facts;
  }

  private static RoleDowntime none() {
    return new RoleDowntime(0, 0, null);
  }

  private static void role(
      Map<String, @Nullable Object> counts,
      Map<String, @Nullable Object> traffic,
      String role,
      RoleDowntime downtime) {
    counts.put(role, downtime.relays());
    traffic.put(role, downtime.share() == null ? 0 : 100 * downtime.share());
  }

  private static Map<String, @Nullable Object> offline(FactsInput input, Downtime downtime) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Relay.Role role : List.of(Relay.Role.GUARD, Relay.Role.MIDDLE, Relay.Role.EXIT)) {
      List<Object> relays = new ArrayList<>();
      for (int index : downtime.relays()) {
        Relay relay = input.relays().get(index);
        if (relay.role() == role) {
          relays.add(offline(input, relay));
        }
      }
      facts.put(role.name().toLowerCase(java.util.Locale.ROOT) + "_relays", relays);
    }
    return facts;
  }

  /// An offline relay as an operator's page lists it.
  public static Map<String, @Nullable Object> offline(FactsInput input, Relay relay) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    String seen = Texts.ago(relay.times().lastSeen(), input.model().asOf());
    facts.put("fingerprint", relay.fingerprint().hex().substring(0, 8));
    facts.put("nickname", relay.nickname());
    facts.put("last_seen", seen);
    facts.put("display_text", relay.nickname() + " (" + seen + ")");
    facts.put("bandwidth", relay.bandwidth().observedOrZero());
    facts.put("consensus_weight", OperatorFacts.raw(relay));
    return facts;
  }
}
