package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.renderer.PageContext;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.Volume;
import org.jspecify.annotations.Nullable;

/// What the relays of a group carried within five years, in figures that last for days: of the same
/// period for all groups, so that they compare.
///
/// @param data bytes written and read; null if unknown
/// @param share of what the whole network carried; null if unknown
public record Carried(@Nullable Volume data, @Nullable Share share) {

  private static final Carried UNKNOWN = new Carried(null, null);

  private static final Period PERIOD = Period.FIVE_YEARS;

  /// For the first page of a group; null on others.
  public static @Nullable Carried ofFirst(
      Paging paging, String kind, RelayGroup group, PageContext context) {
    if (paging.number() > 1) {
      return null;
    }
    if (!Sources.isPresent(context.model(), Sources.BANDWIDTH)) {
      return UNKNOWN;
    }
    GroupTraffic traffic = context.part(GroupTraffic.class);
    GroupTraffic.Totals totals = GroupPart.of(traffic.of(kind), kind, group, context);
    return totals == null ? UNKNOWN : of(totals, traffic);
  }

  private static Carried of(GroupTraffic.Totals totals, GroupTraffic traffic) {
    Double share = traffic.share(totals, PERIOD);
    return new Carried(
        Volume.of(totals.bytes().get(PERIOD)), share == null ? null : Share.coarse(share));
  }
}
