package cepa.model.leaderboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator is ranked by, beside the totals of its group (analytics 5).
///
/// @param key of its group
/// @param group index of it among the groups of kind `operator`
/// @param countries relays by country, most first, then by code
/// @param platforms relays by platform, most first, then by name
/// @param nonLinux relays whose platform is known and not Linux
/// @param nonEu relays whose country is known and not in the European Union
/// @param rare relays in rare countries
/// @param rareCountries those of `countries` that are rare, in the same order
/// @param diversity how different its relays are
/// @param veteran how long it has been here; null if no first-seen time is known
/// @param ipv4 its IPv4 addresses
/// @param ipv6 its IPv6 addresses
/// @param validated its relays with a proof; null if the source is missing
/// @param uptimeSixMonths how much its relays ran; null if unknown
/// @param uptimeFiveYears likewise
/// @param bandwidthSixMonths mean bandwidth of a day, bytes per second; null if unknown
/// @param bandwidthFiveYears likewise
/// @param data bytes written and read within five years (A-13: of the same period for all); null if
///   unknown
/// @param geography what it is called for where its relays are
public record OperatorMetrics(
    String key,
    int group,
    List<Count> countries,
    List<Count> platforms,
    Part nonLinux,
    Part nonEu,
    Part rare,
    List<Count> rareCountries,
    Diversity diversity,
    @Nullable Veteran veteran,
    Addresses ipv4,
    Addresses ipv6,
    @Nullable Validated validated,
    @Nullable Reliability uptimeSixMonths,
    @Nullable Reliability uptimeFiveYears,
    @Nullable Double bandwidthSixMonths,
    @Nullable Double bandwidthFiveYears,
    @Nullable Long data,
    GeographicAchievement geography) {

  public OperatorMetrics {
    countries = List.copyOf(countries);
    platforms = List.copyOf(platforms);
    rareCountries = List.copyOf(rareCountries);
  }

  /// @param key country code or platform
  public record Count(String key, int relays) {}

  /// Some of its relays.
  ///
  /// @param bandwidth observed, bytes per second
  public record Part(int relays, long bandwidth) {}

  /// Analytics 8.3: `score = 3 countries + rarity / 2.5 + platforms`.
  ///
  /// @param rarity sum of the rarity scores of its distinct networks
  public record Diversity(double score, int countries, int networks, int platforms, int rarity) {}

  /// @param days whole days from its first relay's first-seen time to the model's moment
  /// @param factor for many relays, 1..1.3
  /// @param score their product
  public record Veteran(long days, double factor, double score) {}

  /// Addresses of one kind, and the relays that have one. Guards, middles and exits are primary
  /// roles.
  ///
  /// @param addresses distinct
  /// @param bandwidth observed bandwidth of the relays, bytes per second
  /// @param weightFraction their share of the consensus weight, 0..1
  public record Addresses(
      int addresses,
      int relays,
      long bandwidth,
      double weightFraction,
      int guards,
      int middles,
      int exits) {}

  /// Relays that prove the operator's domain. Guards, middles and exits are primary roles.
  ///
  /// @param relays that do
  /// @param failing relays of complete contacts that do not
  /// @param bandwidth observed, bytes per second
  /// @param weightFraction share of the consensus weight, 0..1
  /// @param countries distinct
  public record Validated(
      int relays,
      int failing,
      long bandwidth,
      double weightFraction,
      int guards,
      int middles,
      int exits,
      int countries) {}

  /// @param share mean share of the period that its relays ran, 0..1
  /// @param relays those with enough data
  public record Reliability(double share, int relays) {}
}
