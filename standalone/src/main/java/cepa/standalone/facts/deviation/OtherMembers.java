package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Figures of operators that have other relays by the reference's rules than by ours: there is
/// nothing to compare them with.
final class OtherMembers {

  private static final Pattern HASH = Pattern.compile("\\[([0-9a-f]{32})\\]");

  private OtherMembers() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "D-1",
            "By the reference's keys the operator has other relays, or claims no host",
            "(?:contact|contact_intelligence|leaderboards)/.*",
            OtherMembers::differ));
  }

  private static Answer differ(Place place, FactsInput input) {
    Matcher hash = HASH.matcher(place.path());
    String key =
        place.section().equals("leaderboards") ? (hash.find() ? hash.group(1) : "") : place.key();
    List<Relay> members = ReferenceContacts.of(input).relays(key);
    if (members.isEmpty()) {
      return Answer.notHere();
    }
    RelayGroup group = input.groups("operator").get(key);
    Set<Relay> ours = group == null ? Set.of() : new HashSet<>(input.members(group));
    return ours.equals(new HashSet<>(members)) ? Answer.notHere() : Answer.covers();
  }
}
