package cepa.model.rarity;

import cepa.model.ModelPart;
import java.util.List;

/// How rare countries and networks are among relays (analytics 7, 8).
///
/// @param countries one for each group of kind `country`, in the same order
/// @param networks one for each group of kind `network`, in the same order
/// @param thresholds where the classes of networks begin
public record Rarity(
    List<CountryRarity> countries, List<NetworkRarity> networks, Thresholds thresholds)
    implements ModelPart {
  public Rarity {
    countries = List.copyOf(countries);
    networks = List.copyOf(networks);
  }

  /// Shares of the consensus weight, 0..1, from which on a network counts as such (analytics 8.1).
  public record Thresholds(double dominant, double major, double moderate) {}

  /// From common to rare.
  public enum Tier {
    COMMON,
    EMERGING,
    RARE,
    EPIC,
    LEGENDARY
  }

  /// Parts of the world that achievements are named after.
  public enum Region {
    NORTH_AMERICA,
    EUROPE,
    ASIA_PACIFIC,
    EASTERN_EUROPE,
    OTHER
  }
}
