package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.section.GroupExtras;
import cepa.standalone.facts.section.GroupFigures;
import cepa.standalone.facts.section.GroupLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What golden files hold of a group by the reference's rules, as leaves. The last one is kept,
/// since differences come group by group.
final class ReferenceTrees {

  private final FactsInput input;
  private String last = "";
  private Map<String, @Nullable Object> leaves = Map.of();

  private ReferenceTrees(FactsInput input) {
    this.input = input;
  }

  static ReferenceTrees of(FactsInput input) {
    return input.derive(ReferenceTrees.class, ReferenceTrees::new);
  }

  /// The leaves of the group a place is in.
  Map<String, @Nullable Object> leaves(Place place) {
    String wanted = place.section() + "/" + place.key();
    if (!wanted.equals(last)) {
      leaves = Leaves.of(tree(place.section(), ReferenceGroups.of(input).members(place)));
      last = wanted;
    }
    return leaves;
  }

  private Map<String, @Nullable Object> tree(String section, List<Relay> members) {
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    GroupFigures figures = ReferenceFigures.of(input).group(members);
    Map<String, @Nullable Object> tree = GroupLayout.facts(figures, mode);
    Map<String, @Nullable Object> traffic = ReferenceTraffic.of(input).facts(members);
    tree.put("total_data", traffic.get("total_data"));
    tree.put("total_data_period", traffic.get("total_data_period"));
    if (tree.get("display") instanceof Map<?, ?> display) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      display.forEach((name, value) -> shown.put(String.valueOf(name), value));
      shown.put("total_data_formatted", traffic.get("total_data_formatted"));
      shown.put("total_data_pct", traffic.get("total_data_pct"));
      String name = members.isEmpty() ? null : name(members.getLast());
      if (name != null) {
        shown.put("display_name", name);
      }
      tree.put("display", shown);
    }
    if (section.equals("family")) {
      tree.put("family_support_counts", ReferenceFamilies.of(input).counts(members));
    }
    if (section.equals("contact")) {
      tree.put("operator_reliability", ReferenceReliability.of(input).facts(members));
      Map<String, @Nullable Object> shown = ReferenceDisplay.of(input, figures);
      shown.put("total_data_formatted", traffic.get("total_data_formatted"));
      shown.put("total_data_pct", traffic.get("total_data_pct"));
      Map<String, @Nullable Object> intelligence = new LinkedHashMap<>();
      intelligence.put("family_support_counts", ReferenceFamilies.of(input).counts(members));
      shown.put("operator_intelligence", intelligence);
      tree.put("contact_display_data", shown);
    }
    return tree;
  }

  /// What the operator of a relay is called; a text of odd characters is its own name.
  private @Nullable String name(Relay relay) {
    ReferenceContacts contacts = ReferenceContacts.of(input);
    GroupFigures.Who who = contacts.of(relay);
    return who.domain() != null
        ? who.domain()
        : contacts.isCleaned(relay) ? who.text() : GroupExtras.name(input, relay);
  }
}
