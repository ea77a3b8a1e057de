package cepa.model.intelligence;

import cepa.model.intelligence.Intelligence.Ratios;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Risks and diversity of the whole network (analytics 9.0 to 9.6). Shares are of the consensus
/// weight and 0..1 unless told otherwise.
///
/// @param basics how many of everything
/// @param concentration who holds how much
/// @param performance how bandwidth becomes weight
/// @param dependency on what all depend
/// @param geography where it gathers
/// @param capacity how it is spread over relays
public record NetworkIntelligence(
    Basics basics,
    Concentration concentration,
    Performance performance,
    Dependency dependency,
    Geography geography,
    Capacity capacity) {

  /// How much of something is there.
  public enum Level {
    LOW,
    MEDIUM,
    HIGH,
    /// There is nothing to judge.
    UNKNOWN
  }

  /// How evenly weight is spread over relays.
  public enum Evenness {
    EXCELLENT,
    GOOD,
    POOR,
    UNKNOWN
  }

  /// How much of the weight relays of a role have.
  public enum Adequacy {
    CRITICAL,
    LOW,
    ADEQUATE,
    UNKNOWN
  }

  /// Analytics 9.1.
  ///
  /// @param operators distinct operators; relays without a contact count for none (relay-model D-2)
  /// @param families distinct declared families
  public record Basics(int countries, int networks, int operators, int families, int platforms) {}

  /// A share of something named by its key.
  public record Share(String key, double fraction) {}

  /// Analytics 9.2; relays without a contact are no operator (relay-model D-2).
  ///
  /// @param topCountries at most three, largest first
  /// @param countries those with more than 1 %
  /// @param fiveEyes share of these countries
  /// @param fourteenEyes share of these countries, the five included
  /// @param topNetworks at most three, largest first
  /// @param singleRelayNetworks networks with one relay only
  /// @param topOperators at most ten, largest first, by key
  /// @param relaysWithoutContact share of the relays, 0..1
  /// @param linux share of platforms called so
  /// @param windows likewise
  /// @param bsd likewise, of all BSDs
  public record Concentration(
      List<Share> topCountries,
      int countries,
      double fiveEyes,
      double fourteenEyes,
      List<Share> topNetworks,
      int singleRelayNetworks,
      List<Share> topOperators,
      double relaysWithoutContact,
      double linux,
      double windows,
      double bsd) {
    public Concentration {
      topCountries = List.copyOf(topCountries);
      topNetworks = List.copyOf(topNetworks);
      topOperators = List.copyOf(topOperators);
    }
  }

  /// Analytics 9.0, 9.3. Both sides of a ratio are of the same relays: primary roles for the
  /// network's (relay-model D-6), the flag for medians.
  ///
  /// @param measured share of the relays known to be measured, 0..1
  /// @param underutilized relays with more than 10,000,000 bytes per second whose weight is below
  ///   5e-7 times their bandwidth: indexes in base order
  /// @param ratios of the network
  /// @param medians of relays that have bandwidth
  /// @param relays relays that have bandwidth
  public record Performance(
      double measured, List<Integer> underutilized, Ratios ratios, Ratios medians, int relays) {
    public Performance {
      underutilized = List.copyOf(underutilized);
    }
  }

  /// Analytics 9.4.
  ///
  /// @param versions distinct
  /// @param synchronization risk that all fail at once, by the number of versions
  /// @param criticalNetworks those with more than 5 %, largest first
  public record Dependency(int versions, Level synchronization, List<Share> criticalNetworks) {
    public Dependency {
      criticalNetworks = List.copyOf(criticalNetworks);
    }
  }

  /// Analytics 9.5 with A-18: two indexes under their right names.
  ///
  /// @param countryHhi Herfindahl-Hirschman index over countries, 0..1; null if there are none
  /// @param countryConcentration its level
  /// @param regionHhi the same over [cepa.model.rarity.Rarity.Region]
  /// @param regionConcentration its level
  /// @param regions by share, largest first
  public record Geography(
      @Nullable Double countryHhi,
      Level countryConcentration,
      @Nullable Double regionHhi,
      Level regionConcentration,
      List<Share> regions) {
    public Geography {
      regions = List.copyOf(regions);
    }
  }

  /// Analytics 9.6.
  ///
  /// @param gini of the weights of relays that have some, 0..1; null of fewer than two
  /// @param evenness its class
  /// @param guard share of relays with the Guard flag; null if nobody has weight
  /// @param exit likewise Exit
  /// @param exitAdequacy class of `exit`
  public record Capacity(
      @Nullable Double gini,
      Evenness evenness,
      @Nullable Double guard,
      @Nullable Double exit,
      Adequacy exitAdequacy) {}
}
