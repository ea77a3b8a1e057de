package cepa.model;

import java.util.List;

/// The history graphs of relays, read one relay at a time; never all in memory as objects.
@FunctionalInterface
public interface SeriesLookup {

  /// All graphs of a relay, in the order of their names; empty if there are none.
  List<Series> of(Fingerprint relay);
}
