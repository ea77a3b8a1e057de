package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.model.traffic.GroupTraffic;
import cepa.renderer.PageContext;
import cepa.renderer.view.Rounding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bytes written and read by the relays of a group within five years: of the same period for all,
/// so that groups can be ranked by it.
public final class GroupData {

  private static final double TERABYTE = 1e12;

  /// From ten terabytes on, decimals mean nothing.
  private static final double TEN = 1e13;

  private final Map<String, Long> bytes;

  private GroupData(Map<String, Long> bytes) {
    this.bytes = Map.copyOf(bytes);
  }

  /// @param kind of group, as the model calls it
  public static GroupData of(String kind, PageContext context) {
    List<RelayGroup> groups = context.model().groups(kind);
    List<GroupTraffic.Totals> totals = context.part(GroupTraffic.class).of(kind);
    Map<String, Long> bytes = new HashMap<>();
    for (int i = 0; i < totals.size(); i++) {
      Long known = totals.get(i).bytes().fiveYears();
      if (known != null) {
        bytes.put(groups.get(i).key(), known);
      }
    }
    return new GroupData(bytes);
  }

  /// Whether anything is known of any group.
  public boolean isKnown() {
    return !bytes.isEmpty();
  }

  /// For ordering: what is unknown is less than nothing.
  double orderOf(String key) {
    Long known = bytes.get(key);
    return known == null ? -1 : known;
  }

  /// Null if unknown.
  @Nullable BigDecimal terabytes(String key) {
    Long known = bytes.get(key);
    return known == null ? null : Rounding.halfEven(known / TERABYTE, known < TEN ? 1 : 0);
  }
}
