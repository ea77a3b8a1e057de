package cepa.renderer.pages.operator;

import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.relay.RelayLinks;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an operator's relays are now: what deserves a look, how diverse they are, how much they are
/// used, which places they earn.
final class OperatorPresent {

  private OperatorPresent() {}

  /// Something to look at.
  ///
  /// @param code names its text: `finding.<code>` is the title, `finding.<code>.todo` what to do
  /// @param relays it is about
  /// @param of all relays of the operator
  /// @param which of them; empty if a section of the page tells
  /// @param section id of the section that tells more; empty if there is none
  record Finding(
      String code, Severity severity, int relays, int of, RelayLinks which, String section) {}

  enum Severity {
    PROBLEM,
    NOTICE
  }

  /// Relays that are not running, by the one role each is counted in.
  ///
  /// @param which by fingerprint
  /// @param bandwidth observed bandwidth of these
  /// @param share of the operator's bandwidth; null if it has none
  record Downtime(
      int relays,
      int guards,
      int middles,
      int exits,
      Rate bandwidth,
      @Nullable Share share,
      RelayLinks which) {}

  /// @param kinds networks, countries, platforms
  /// @param rareNetworks networks that are rare among relays
  /// @param ratios weight per bandwidth, of what is known
  /// @param network where the same of the whole network stands; null if nowhere
  /// @param underutilized relays with much bandwidth and little weight
  record Intelligence(
      List<Diversity> kinds,
      int rareNetworks,
      List<Ratio> ratios,
      @Nullable String network,
      RelayLinks underutilized) {}

  /// @param kind names its text: `diversity.<kind>`
  /// @param count distinct ones
  record Diversity(String kind, Rating rating, int count) {}

  /// Consensus weight per million bytes a second, to one digit: more of them move every hour
  /// without meaning anything. The network's own may round to another digit from hour to hour, on
  /// every operator's page at once: they stand on the page about its health.
  ///
  /// @param kind names its text: `ratio.<kind>`
  /// @param own of the operator's relays together
  /// @param above tens of percent of the network's relays that have less; null if unknown
  record Ratio(String kind, BigDecimal own, @Nullable Integer above) {}

  /// A ranking it is among the first of. Its rank, a matter of the day, stands on the ranking's
  /// page.
  ///
  /// @param key of the ranking's texts
  /// @param path of the ranking; null if it has no page
  record Ranking(String key, @Nullable String path) {}

  /// Members by what authorities say of their version.
  ///
  /// @param status as authorities call it
  /// @param versions distinct ones
  record VersionStatus(String status, int relays, List<String> versions) {}
}
