package cepa.edge;

import cepa.version.CodeVersion;
import java.time.InstantSource;

/// What the servlet answers with.
record EdgeParts(
    LiveSite live,
    Previews previews,
    PageSender sender,
    Assets assets,
    SearchSender search,
    SmallPages pages,
    SourceStatuses statuses,
    EdgeMetrics metrics,
    InstantSource clock) {

  StatusDocument status() {
    return StatusDocument.of(clock.instant(), CodeVersion.current().release(), live, statuses);
  }
}
