package cepa.bench.compare;

import cepa.bench.flat.SiteFiles;
import java.util.List;

/// Two sites of the same network at different times, or from different sources.
///
/// @param before the one that is compared with
/// @param after the one that is looked at
record SitePair(SiteFiles before, SiteFiles after) {

  /// Pages that both have, with their twins.
  List<String> pages() {
    return after.pagesWithTwin().stream()
        .filter(page -> before.has(page) && before.has(SiteFiles.twin(page)))
        .toList();
  }

  /// Pages that only the second one has.
  long added() {
    return after.named(".html").stream().filter(page -> !before.has(page)).count();
  }

  /// Pages that only the first one has.
  long gone() {
    return before.named(".html").stream().filter(page -> !after.has(page)).count();
  }
}
