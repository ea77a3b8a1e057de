package cepa.renderer.view.relay;

import cepa.model.Relay;
import cepa.renderer.PageContext;
import cepa.renderer.view.Paging;
import cepa.renderer.view.RateUnit;
import java.util.List;

/// The table rows of all relays of a model.
public final class RelayRows {

  private final List<RelayRow> rows;
  private final RateUnit unit;

  private RelayRows(List<RelayRow> rows, RateUnit unit) {
    this.rows = rows;
    this.unit = unit;
  }

  /// The rows of the context's model, made at first use.
  public static RelayRows of(PageContext context) {
    return context.data().shared(RelayRows.class, () -> make(context));
  }

  private static RelayRows make(PageContext context) {
    return new RelayRows(
        context.model().relays().stream()
            .map((Relay relay) -> RelayRow.of(relay, context))
            .toList(),
        RateUnit.ofTables(context.model().site().bandwidthUnit()));
  }

  /// @param index into the relays of the model
  public RelayRow row(int index) {
    return rows.get(index);
  }

  /// One page of a list of relays.
  ///
  /// @param members indexes into the relays of the model
  public RelayTable table(List<Integer> members, Paging paging) {
    return new RelayTable(unit, paging, paging.rows(members).stream().map(rows::get).toList());
  }
}
