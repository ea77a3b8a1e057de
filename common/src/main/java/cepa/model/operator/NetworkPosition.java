package cepa.model.operator;

import cepa.model.GroupTotals;

/// What a group's relays are to the network, by the shares of their primary roles (relay-model
/// 11.8). The first that applies.
public enum NetworkPosition {
  NO_RELAYS,
  GUARD_ONLY,
  EXIT_ONLY,
  MIDDLE_ONLY,
  /// More than 60 % guards.
  GUARD_FOCUSED,
  /// More than 40 % exits.
  EXIT_FOCUSED,
  /// More than 20 % guards and more than 20 % exits.
  MULTI_ROLE,
  BALANCED;

  public static NetworkPosition of(GroupTotals totals) {
    return of(totals.guards(), totals.middles(), totals.exits());
  }

  /// @param guards relays whose primary role is guard; likewise the others
  public static NetworkPosition of(int guards, int middles, int exits) {
    long all = (long) guards + middles + exits;
    if (all == 0) {
      return NO_RELAYS;
    } else if (guards == all) {
      return GUARD_ONLY;
    } else if (exits == all) {
      return EXIT_ONLY;
    } else if (middles == all) {
      return MIDDLE_ONLY;
    } else if (100L * guards > 60 * all) {
      return GUARD_FOCUSED;
    } else if (100L * exits > 40 * all) {
      return EXIT_FOCUSED;
    } else if (100L * guards > 20 * all && 100L * exits > 20 * all) {
      return MULTI_ROLE;
    }
    return BALANCED;
  }
}
