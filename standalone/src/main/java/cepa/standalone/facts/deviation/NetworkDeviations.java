package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import java.util.List;

/// Deviations in figures of the whole network.
final class NetworkDeviations {

  private NetworkDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "D-14",
            "The reference counts a family once for each relay it names; here once",
            "counts/family",
            (_, input) -> Answer.gives(ReferenceGroups.of(input).families().size())),
        Rule.of(
            "D-1",
            "The reference's operators differ where a domain is written in several forms",
            "(?:counts|index)/contact",
            NetworkDeviations::operators),
        Rule.of(
            "D-3",
            "The reference counts the weight of offline relays",
            "network_totals/\\w+_consensus_weight",
            NetworkDeviations::weight),
        Rule.of(
            "D-6",
            "The reference sums guard and exit bandwidth by flag, guard and exit weight by primary"
                + " role; here both are by primary role",
            "network_totals/total_(?:guard|exit)_bandwidth",
            NetworkDeviations::bandwidth));
  }

  private static Answer operators(Place place, FactsInput input) {
    var operators = ReferenceContacts.of(input).operators().keySet();
    return Answer.gives(
        place.section().equals("counts")
            ? (Object) operators.size()
            : operators.stream().sorted().toList());
  }

  private static Answer weight(Place place, FactsInput input) {
    if (input.relays().stream().noneMatch(ReferenceFigures::weighsOffline)) {
      return Answer.notHere();
    }
    Relay.Role role =
        place.path().startsWith("guard")
            ? Relay.Role.GUARD
            : place.path().startsWith("exit") ? Relay.Role.EXIT : Relay.Role.MIDDLE;
    return Answer.gives(ReferenceFigures.of(input).weight(role));
  }

  private static Answer bandwidth(Place place, FactsInput input) {
    String flag = place.path().contains("guard") ? "Guard" : "Exit";
    return Answer.gives(
        input.relays().stream()
            .filter(relay -> relay.has(flag))
            .mapToLong(relay -> relay.bandwidth().observedOrZero())
            .sum());
  }
}
