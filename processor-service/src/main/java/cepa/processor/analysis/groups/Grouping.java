package cepa.processor.analysis.groups;

import cepa.processor.analysis.relays.Relays;

/// One way to group relays: a Spring component; adding one changes no existing file.
public interface Grouping {

  /// What relays of a group share, e.g. `country`; the id of the page family that shows them.
  String kind();

  /// Prepares the grouping of these relays.
  Memberships of(Relays relays);
}
