package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import java.util.List;
import java.util.regex.Pattern;

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
            "D-19",
            "The reference knows no group whose key has another character than letters, digits, `_`"
                + " and `-`; here any key is one",
            "(?:as|country|platform|flag)/\\[\\]"
                + "|(?:counts|index)/(?:as|country|platform|flag)"
                + "|intelligence/basic_relationships\\.total_(?:countries|networks|platforms)"
                + "|network_health/(?:countries|unique_as)_count(?:_formatted)?",
            NetworkDeviations::plainKeys),
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

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private static Answer plainKeys(Place place, FactsInput input) {
    String said = place.section() + " " + place.path();
    String kind =
        said.contains("countr")
            ? "country"
            : said.contains("platform") ? "platform" : said.contains("flag") ? "flag" : "network";
    List<String> keys = input.groups(kind).keySet().stream().sorted().toList();
    List<String> plain = keys.stream().filter(key -> PLAIN.matcher(key).matches()).toList();
    if (plain.size() == keys.size()) {
      return Answer.notHere();
    }
    boolean list = place.path().equals("[]") || place.section().equals("index");
    boolean text = place.path().endsWith("_formatted");
    return Answer.gives(list ? plain : text ? Shown.grouped(plain.size()) : (Object) plain.size());
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
