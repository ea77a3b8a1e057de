package cepa.renderer.pages.changes;

import cepa.model.RelayChange;
import java.util.List;

/// How many changes there are, by what they are about.
///
/// @param appeared relays seen for the first time
/// @param started relays that run again
/// @param stopped relays that stopped
/// @param flags flags gained and lost
/// @param versions other versions of Tor
/// @param moves other addresses, networks and countries
/// @param words other nicknames, contacts and families
record Counts(
    int appeared, int started, int stopped, int flags, int versions, int moves, int words) {

  static Counts of(List<ChangeLog.Entry> entries) {
    int[] counts = new int[7];
    for (ChangeLog.Entry entry : entries) {
      counts[column(entry.change().kind())]++;
    }
    return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
  }

  private static int column(RelayChange.Kind kind) {
    return switch (kind) {
      case APPEARED -> 0;
      case STARTED -> 1;
      case STOPPED -> 2;
      case FLAG_GAINED, FLAG_LOST -> 3;
      case VERSION -> 4;
      case ADDRESS, NETWORK, COUNTRY -> 5;
      case NICKNAME, CONTACT, FAMILY -> 6;
    };
  }
}
