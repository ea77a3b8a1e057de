package cepa.renderer.view.group;

import cepa.model.GroupTotals;
import cepa.model.RelayGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Orders in which a listing of groups is published, each under a name that outside links know.
/// Always descending, equals by key; groups of unknown first day stand last.
// The figures are references to pure methods: as immutable as the names.
@SuppressWarnings("ImmutableEnumChecker")
public enum GroupSort {
  BANDWIDTH("bandwidth", t -> t.bandwidth()),
  GUARD_BANDWIDTH("guard-bandwidth", t -> t.guardBandwidth()),
  MIDDLE_BANDWIDTH("middle-bandwidth", t -> t.middleBandwidth()),
  EXIT_BANDWIDTH("exit-bandwidth", t -> t.exitBandwidth()),
  BANDWIDTH_MEAN("bandwidth-mean", t -> t.relays() == 0 ? 0 : (double) t.bandwidth() / t.relays()),
  CONSENSUS_WEIGHT("consensus-weight", t -> t.weightFraction()),
  GUARD_CONSENSUS_WEIGHT("guard-consensus-weight", t -> t.guardWeightFraction()),
  MIDDLE_CONSENSUS_WEIGHT("middle-consensus-weight", t -> t.middleWeightFraction()),
  EXIT_CONSENSUS_WEIGHT("exit-consensus-weight", t -> t.exitWeightFraction()),
  RELAY_COUNT("relay-count", t -> t.relays()),
  GUARD_COUNT("guard-count", t -> t.guards()),
  MIDDLE_COUNT("middle-count", t -> t.middles()),
  EXIT_COUNT("exit-count", t -> t.exits()),
  UNIQUE_AS_COUNT("unique-as-count", t -> t.networks()),
  UNIQUE_CONTACT_COUNT("unique-contact-count", t -> t.operators()),
  UNIQUE_FAMILY_COUNT("unique-family-count", t -> t.families()),
  FIRST_SEEN("first-seen", GroupSort::firstSeen),
  /// Of what [GroupData] knows; the totals say nothing of it.
  TOTAL_DATA("total-data", t -> 0);

  private final String suffix;
  private final ToDoubleFunction<GroupTotals> figure;

  GroupSort(String suffix, ToDoubleFunction<GroupTotals> figure) {
    this.suffix = suffix;
    this.figure = figure;
  }

  /// The last part of the listing's name.
  public String suffix() {
    return suffix;
  }

  /// The order itself; total.
  public Comparator<RelayGroup> order() {
    return Comparator.comparingDouble((RelayGroup group) -> figure.applyAsDouble(group.totals()))
        .reversed()
        .thenComparing(RelayGroup::key);
  }

  /// The order, given what groups carried; total.
  public Comparator<RelayGroup> order(GroupData data) {
    return this == TOTAL_DATA
        ? Comparator.comparingDouble((RelayGroup group) -> data.orderOf(group.key()))
            .reversed()
            .thenComparing(RelayGroup::key)
        : order();
  }

  /// All orders but these.
  public static List<GroupSort> without(GroupSort... others) {
    List<GroupSort> left = new ArrayList<>(List.of(values()));
    left.removeAll(List.of(others));
    return List.copyOf(left);
  }

  private static double firstSeen(GroupTotals totals) {
    Instant first = totals.firstSeen();
    return first == null ? Double.NEGATIVE_INFINITY : first.getEpochSecond();
  }
}
