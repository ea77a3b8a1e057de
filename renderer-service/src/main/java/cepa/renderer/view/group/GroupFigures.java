package cepa.renderer.view.group;

import cepa.model.GroupTotals;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.view.Day;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// The figures of a group. Guards, middles and exits are primary roles, so they add up; all rates
/// are in one unit, so they can be compared.
///
/// @param relays members, running or not
/// @param running members running
/// @param bandwidth observed bandwidth of all members
/// @param consensusWeight share of the network
/// @param guardWeight share of the weight of all guards of the network; likewise middles and exits
/// @param measured members known to be measured
/// @param meanBandwidth observed bandwidth a member
/// @param networks distinct autonomous systems
/// @param countries distinct countries
/// @param operators distinct operators; relays without a contact count for none
/// @param families distinct declared families
/// @param firstSeen earliest day one of them was seen; null if unknown
public record GroupFigures(
    int relays,
    int running,
    int guards,
    int middles,
    int exits,
    Rate bandwidth,
    Rate guardBandwidth,
    Rate middleBandwidth,
    Rate exitBandwidth,
    Share consensusWeight,
    Share guardWeight,
    Share middleWeight,
    Share exitWeight,
    int measured,
    Rate meanBandwidth,
    int networks,
    int countries,
    int operators,
    int families,
    @Nullable Day firstSeen) {

  /// For a page of its own: rates in the unit that suits their sum, shares to two digits.
  public static GroupFigures of(GroupTotals totals, BandwidthUnit mode) {
    return in(totals, RateUnit.of(totals.bandwidth(), mode), 2, Share::coarse);
  }

  /// The same on the first page of a group; null on others, which list its relays and need not
  /// change with its totals.
  public static @Nullable GroupFigures ofFirst(
      Paging paging, GroupTotals totals, BandwidthUnit mode) {
    return paging.number() == 1 ? of(totals, mode) : null;
  }

  /// For a table: rates in the unit of tables, without decimals.
  public static GroupFigures ofTable(GroupTotals totals, BandwidthUnit mode) {
    return in(totals, RateUnit.ofTables(mode), 0, fraction -> Share.known(fraction, 2));
  }

  private static GroupFigures in(
      GroupTotals totals, RateUnit unit, int decimals, DoubleFunction<Share> shares) {
    return new GroupFigures(
        totals.relays(),
        totals.running(),
        totals.guards(),
        totals.middles(),
        totals.exits(),
        Rate.in(totals.bandwidth(), unit, decimals),
        Rate.in(totals.guardBandwidth(), unit, decimals),
        Rate.in(totals.middleBandwidth(), unit, decimals),
        Rate.in(totals.exitBandwidth(), unit, decimals),
        shares.apply(totals.weightFraction()),
        shares.apply(totals.guardWeightFraction()),
        shares.apply(totals.middleWeightFraction()),
        shares.apply(totals.exitWeightFraction()),
        totals.measured(),
        Rate.in(totals.relays() == 0 ? 0 : totals.bandwidth() / totals.relays(), unit, decimals),
        totals.networks(),
        totals.countries(),
        totals.operators(),
        totals.families(),
        Day.of(totals.firstSeen()));
  }
}
