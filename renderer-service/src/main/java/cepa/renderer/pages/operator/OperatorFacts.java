package cepa.renderer.pages.operator;

import cepa.model.GroupTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.model.operator.Operator;
import cepa.renderer.PageContext;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Share;
import cepa.renderer.view.group.FamilyNames;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Turns an operator of the model into what its page shows.
record OperatorFacts(RelayGroup group, Operator operator, PageContext context) {

  private static final int FAMILIES = 10;

  OperatorView.Identity identity() {
    List<Relay> relays = relays();
    Map<String, Integer> wordings = new TreeMap<>();
    relays.forEach(relay -> wordings.merge(relay.contact().text(), 1, Integer::sum));
    // Of equals the first by text: not what happens to be fastest now.
    String most =
        wordings.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
    return new OperatorView.Identity(
        operator.domain(),
        OperatorPages.site(operator),
        DisplayText.block(most, DisplayText.CONTACT),
        wordings.size() - 1,
        Day.of(
            relays.stream()
                .map(relay -> relay.times().firstSeen())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null)));
  }

  GroupFigures figures() {
    return GroupFigures.of(group.totals(), context.model().site().bandwidthUnit());
  }

  OperatorView.RoleShares shares() {
    GroupTotals totals = group.totals();
    return new OperatorView.RoleShares(
        Share.of(totals.guardBandwidth(), totals.bandwidth(), 0),
        Share.of(totals.middleBandwidth(), totals.bandwidth(), 0),
        Share.of(totals.exitBandwidth(), totals.bandwidth(), 0));
  }

  Spread spread() {
    return Spread.of(group.members(), context);
  }

  OperatorView.Families families() {
    Set<Integer> own = new HashSet<>(group.members());
    List<OperatorView.Family> families =
        FamilyNames.families(group.members(), context).stream()
            .map(family ->
                new OperatorView.Family(
                    context.links().to("family", family.key(), FamilyNames.of(family, context)),
                    (int) family.members().stream().filter(own::contains).count()))
            .sorted(
                Comparator.comparingInt(OperatorView.Family::relays)
                    .reversed()
                    .thenComparing(family -> family.family().text()))
            .toList();
    List<OperatorView.Family> largest = families.stream().limit(FAMILIES).toList();
    return new OperatorView.Families(largest, families.size() - largest.size(), support());
  }

  private List<OperatorView.Told> support() {
    List<Support> all = context.part(FamilyKeys.class).support();
    Map<Support, Integer> relays = new EnumMap<>(Support.class);
    group.members().forEach(member -> relays.merge(all.get(member), 1, Integer::sum));
    return relays.containsKey(Support.UNKNOWN)
        ? List.of()
        : relays.entrySet().stream()
            .map(way -> new OperatorView.Told(way.getKey(), way.getValue()))
            .toList();
  }

  List<Membership> changes() {
    return Membership.of(group.changes(), context);
  }

  private List<Relay> relays() {
    return group.members().stream().map(context.model().relays()::get).toList();
  }
}
