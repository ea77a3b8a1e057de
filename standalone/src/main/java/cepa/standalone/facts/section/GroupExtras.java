package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.consensus.FamilyKeys;
import cepa.model.operator.NetworkPosition;
import cepa.model.operator.OperatorName;
import cepa.model.operator.Operators;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity;
import cepa.model.validation.ContactFields;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What single kinds of groups say beyond the figures every group has.
public final class GroupExtras {

  private GroupExtras() {}

  static void country(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    String name = Texts.or(group.group().name(), group.group().key());
    facts.put("country_name_full", name);
    facts.put("country_name", Texts.cut(name, 32));
  }

  /// What the operator of the group's speaker is called.
  static void name(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    List<Relay> members = input.members(group.group());
    String name = members.isEmpty() ? null : name(input, members.getFirst());
    if (name != null) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("display_name", name);
      Texts.merge(facts, "display", shown);
    }
  }

  /// What the operator of a relay is called; null if that is not known.
  public static @Nullable String name(FactsInput input, Relay relay) {
    Operators operators = input.find(Operators.class);
    RelayGroup own = input.groups("operator").get(relay.contact().operator());
    if (operators == null || own == null) {
      return null;
    }
    int index = input.model().groups("operator").indexOf(own);
    OperatorName name = operators.operators().get(index).name();
    return name.kind() == OperatorName.Kind.NONE ? "none" : name.text();
  }

  static void flag(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("display_name", "none");
    Texts.merge(facts, "display", shown);
  }

  static void network(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    Rarity rarity = input.find(Rarity.class);
    if (rarity != null) {
      NetworkRarity own = rarity.networks().get(group.index());
      facts.put("as_rarity_score", own.score());
      facts.put("as_rarity_tier", own.tier().name().toLowerCase(Locale.ROOT));
    }
  }

  /// Counts of how members tell their family.
  static Map<String, @Nullable Object> support(FactsInput input, RelayGroup group) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    FamilyKeys keys = input.find(FamilyKeys.class);
    if (keys != null) {
      List.of("both", "happy_families", "my_family", "none").forEach(type -> counts.put(type, 0));
      for (int member : group.members()) {
        String type = support(keys, member);
        counts.compute(type, (_, n) -> n instanceof Integer i ? i + 1 : 1);
      }
    }
    return counts;
  }

  static String support(FamilyKeys keys, int relay) {
    FamilyKeys.Support support = keys.support().get(relay);
    return support == null
        ? "none"
        : switch (support) {
          case BOTH -> "both";
          case KEY -> "happy_families";
          case LIST -> "my_family";
          case NONE -> "none";
          case UNKNOWN -> "unknown";
        };
  }

  static void family(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    facts.put("family_support_counts", support(input, group.group()));
    facts.put("network_position", position(group.group()));
    Validation validation = input.find(Validation.class);
    if (validation != null) {
      facts.put(
          "contact_validation_status",
          validation(input, validation, group.group(), validation.families().get(group.index())));
    }
  }

  private static Map<String, @Nullable Object> position(RelayGroup group) {
    var totals = group.totals();
    NetworkPosition position = NetworkPosition.of(totals);
    String label = position.name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> parts = new ArrayList<>();
    parts.add(count(totals.relays(), "total relay"));
    add(parts, totals.guards(), "guard");
    add(parts, totals.middles(), "middle");
    add(parts, totals.exits(), "exit");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("label", label);
    facts.put(
        "formatted_string",
        totals.relays() == 0
            ? "No relays"
            : label.substring(0, 1).toUpperCase(Locale.ROOT)
                + label.substring(1)
                + " ("
                + String.join(", ", parts)
                + ")");
    return facts;
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count(count, what));
    }
  }

  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  static Map<String, @Nullable Object> validation(
      FactsInput input, Validation all, RelayGroup group, GroupValidation own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    boolean available = all.network().results() != null;
    facts.put("has_aroi", own.anyFields());
    facts.put("validation_available", available);
    facts.put("show_detailed_errors", true);
    facts.put("validation_status", own.status().name().toLowerCase(Locale.ROOT));
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    for (ValidationStatus status :
        List.of(
            ValidationStatus.VALIDATED,
            ValidationStatus.UNAUTHORIZED,
            ValidationStatus.MISCONFIGURED)) {
      String name = status.name().toLowerCase(Locale.ROOT);
      facts.put(name + "_relays", own.count(status));
      facts.put(
          name + "_fingerprints",
          group.members().stream()
              .filter(member -> all.relays().get(member).status() == status)
              .map(member -> input.relays().get(member).fingerprint().hex())
              .sorted()
              .toList());
      summary.put(name + "_count", own.count(status));
    }
    facts.put("incomplete_relays", own.count(ValidationStatus.INCOMPLETE));
    facts.put("not_configured_relays", own.count(ValidationStatus.NOT_CONFIGURED));
    summary.put("total_relays", group.members().size());
    summary.put("incomplete_count", own.count(ValidationStatus.INCOMPLETE));
    summary.put("incomplete_no_proof_count", fields(own, ContactFields.NO_PROOF));
    summary.put("incomplete_no_domain_count", fields(own, ContactFields.NO_DOMAIN));
    summary.put("incomplete_no_ciissversion_count", fields(own, ContactFields.NO_VERSION));
    summary.put("incomplete_missing_two_count", fields(own, ContactFields.MISSING_TWO));
    summary.put("not_configured_count", own.count(ValidationStatus.NOT_CONFIGURED));
    summary.put("not_configured_no_aroi_info_count", fields(own, ContactFields.NO_FIELDS));
    summary.put("not_configured_no_contact_count", fields(own, ContactFields.NO_CONTACT));
    facts.put("validation_summary", summary);
    return facts;
  }

  private static int fields(GroupValidation own, ContactFields fields) {
    return own.fields().getOrDefault(fields, 0);
  }
}
