package cepa.standalone.facts.deviation;

import cepa.model.Contact;
import cepa.model.Relay;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.FactsInput;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deviations in the figures of groups.
final class GroupDeviations {

  private static final String GROUPS = "(?:as|country|platform|flag|first_seen|family|contact)/";
  private static final String SHOWN = "contact_display_data\\.";

  private GroupDeviations() {}

  static List<Deviation> all() {
    return List.of(
        texts(),
        weight(),
        speaker(),
        nobody(),
        notCounted(),
        downtime(),
        support(),
        traffic(),
        addresses(),
        hashes());
  }

  private static final Pattern BARE_AT =
      Pattern.compile(
          "([\\w.+-]+)\\s*"
              + word("at")
              + "\\s*([\\w.-]+)\\s*(?:"
              + word("dot")
              + "|\\.)\\s*(\\w{2,})",
          Pattern.CASE_INSENSITIVE);

  /// A word bare, between underscores or in brackets.
  private static String word(String word) {
    return "(?:" + word + "|_{1,2}" + word + "_{1,2}|[<{(\\[]\\s*" + word + "\\s*[>})\\]])";
  }

  private static Deviation addresses() {
    return Rule.of(
        "D-17",
        "The reference takes a bare `at` anywhere in a contact for the sign of an address; here it"
            + " must be a word in disguise",
        GROUPS + "display\\.display_name",
        (place, input) -> {
          List<Relay> members = ReferenceGroups.of(input).members(place);
          Matcher at = BARE_AT.matcher(members.isEmpty() ? "" : members.getLast().contact().text());
          return at.find()
              ? Deviation.Answer.gives(at.group(1) + "@" + at.group(2) + "." + at.group(3))
              : Deviation.Answer.notHere();
        });
  }

  private static Deviation support() {
    return new GroupDeviation(
        "D-10",
        "The reference takes a relay whose family members all have family keys for one without a"
            + " declared family",
        Pattern.compile("(?:family|contact)/.*family_support_counts\\.\\w+"),
        (members, _) -> members.stream().anyMatch(relay -> relay.family().effective() != null));
  }

  private static Deviation texts() {
    return new GroupDeviation(
        "T-1",
        "Control characters and what is no character are dropped from texts before anything is"
            + " made of them; the reference keeps them",
        Pattern.compile(
            GROUPS + "(?:contact|contact_md5|unique_contact_list|display\\.display_name)"),
        (members, input) -> members.stream().anyMatch(ReferenceContacts.of(input)::isCleaned));
  }

  private static Deviation weight() {
    return new GroupDeviation(
        "D-3",
        "The reference adds the raw weight of offline relays on top of shares that already sum to"
            + " one; here an offline relay carries none",
        Pattern.compile(
            GROUPS
                + "(?:(?:guard_|middle_|exit_)?consensus_weight(?:_fraction|_percentage)?"
                + "|display\\.cw_\\w+"
                + "|"
                + SHOWN
                + "(?:consensus_weight_breakdown"
                + "|downtime_alerts\\.offline_consensus_weight_impact\\.\\w+))"),
        (_, input) -> input.relays().stream().anyMatch(ReferenceFigures::weighsOffline));
  }

  private static Deviation speaker() {
    return new GroupDeviation(
        "D-4",
        "The reference lets the last member of a group, the one with the lowest bandwidth, speak"
            + " for it; here the first one does",
        Pattern.compile(
            GROUPS
                + "(?:contact|contact_md5|aroi_domain|country|country_name|as_name"
                + "|display\\.display_name)"),
        (members, _) -> {
          Relay first = members.getFirst();
          Relay last = members.getLast();
          return differ(first, last, Relay::contact)
              || differ(first, last, Relay::place)
              || differ(first, last, Relay::network);
        });
  }

  private static boolean differ(Relay one, Relay other, Function<Relay, @Nullable Object> by) {
    return !Objects.equals(by.apply(one), by.apply(other));
  }

  private static Deviation nobody() {
    return new GroupDeviation(
        "D-2",
        "The reference counts all relays without a contact as one operator; here they are none",
        Pattern.compile(GROUPS + "unique_contact_(?:count|list)"),
        (members, _) -> members.stream().anyMatch(relay -> !relay.contact().isNamed()));
  }

  private static Deviation notCounted() {
    return Rule.of(
        "D-16",
        "The reference counts measured relays in some kinds of groups and leaves 0 in the others,"
            + " and gives flags no first day; here every kind has every figure",
        "(?:country|platform|flag|first_seen)/measured_count|flag/display\\.first_seen_date",
        (place, _) ->
            Deviation.Answer.gives(place.path().equals("measured_count") ? (Object) 0 : ""));
  }

  private static Deviation downtime() {
    return new GroupDeviation(
        "A-9",
        "The reference counts an offline relay by its flags, one with Guard and Exit as middle as"
            + " well, and divides by the bandwidth of primary roles; here roles are primary"
            + " throughout",
        Pattern.compile(
            "contact/"
                + SHOWN
                + "downtime_alerts\\.(?:offline_counts|offline_relay_details|traffic_percentages)"
                + "\\..*"),
        (members, _) ->
            members.stream().anyMatch(r -> !r.running() && r.has("Guard") && r.has("Exit")));
  }

  private static Deviation traffic() {
    return new GroupDeviation(
        "A-13",
        "The reference sums a group's data over the members that have any of the longest period,"
            + " so what younger relays carried vanishes; here every relay counts with what it"
            + " carried within the period",
        Pattern.compile(
            GROUPS
                + "(?:total_data|total_data_period|(?:display|contact_display_data)"
                + "\\.total_data_(?:formatted|pct))"),
        (_, input) -> ReferenceTraffic.of(input).hasYoungerRelays());
  }

  private static Deviation hashes() {
    return new GroupDeviation(
        "D-1",
        "The reference keeps case, port and query of the domain an operator claims, so one"
            + " operator may be two; here a domain has one form",
        Pattern.compile(GROUPS + ".*"),
        GroupDeviations::namedOtherwise);
  }

  /// Whether a member, or another relay of the operator it is counted for here, has another key.
  private static boolean namedOtherwise(List<Relay> members, FactsInput input) {
    ReferenceContacts contacts = ReferenceContacts.of(input);
    return members.stream()
        .anyMatch(relay ->
            !contacts.of(relay).key().equals(relay.contact().operator())
                || !isWhole(relay.contact(), contacts, input));
  }

  private static boolean isWhole(Contact contact, ReferenceContacts contacts, FactsInput input) {
    var group = input.groups("operator").get(contact.operator());
    return group != null && group.members().size() == contacts.relays(contact.operator()).size();
  }
}
