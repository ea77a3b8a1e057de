package cepa.renderer.view.relay;

import cepa.renderer.view.Paging;
import cepa.renderer.view.RateUnit;
import java.util.List;

/// One page of a table of relays, by observed bandwidth.
///
/// @param shownIn unit of the bandwidths on the page; the twin has them in bits per second
public record RelayTable(RateUnit shownIn, Paging paging, List<RelayRow> rows) {}
