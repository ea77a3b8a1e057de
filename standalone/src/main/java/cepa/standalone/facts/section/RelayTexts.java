package cepa.standalone.facts.section;

import cepa.standalone.facts.Shown;

/// Texts about relays.
public final class RelayTexts {

  private RelayTexts() {}

  /// A network's share of the weight as its relays show it (relay-model 5.6).
  public static Object label(double share) {
    return share >= 0.0005 ? Shown.percent(share, 2) : share > 0 ? "<0.05%" : "0%";
  }
}
