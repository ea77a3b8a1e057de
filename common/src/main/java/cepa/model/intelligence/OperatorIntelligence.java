package cepa.model.intelligence;

import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.rarity.Rarity.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Risks and diversity of an operator's relays (analytics 9.7).
///
/// @param networks rating of their distinct autonomous systems
/// @param rareNetworks those that are rare or more
/// @param onlyNetwork tier of the network if there is but one; null otherwise
/// @param countries rating of their distinct countries
/// @param platforms rating of their distinct platforms
/// @param underutilized relays with much bandwidth and little weight: indexes in base order
/// @param ratios weight per bandwidth of its relays: all, those with the Guard flag, with Exit
/// @param ranks of these among the relays of the network
/// @param oldest first-seen time of its first relay; null if unknown
/// @param newest first-seen time of its last relay; null if unknown
public record OperatorIntelligence(
    Diversity networks,
    int rareNetworks,
    @Nullable Tier onlyNetwork,
    Diversity countries,
    Diversity platforms,
    List<Integer> underutilized,
    Ratios ratios,
    Ranks ranks,
    @Nullable Instant oldest,
    @Nullable Instant newest) {

  public OperatorIntelligence {
    underutilized = List.copyOf(underutilized);
  }

  /// How good a spread is.
  public enum Rating {
    GREAT,
    OKAY,
    POOR,
    /// Of none of its relays it is known.
    UNKNOWN
  }

  /// @param count distinct ones
  public record Diversity(Rating rating, int count) {}

  /// Whole percent of the network's relays with a smaller ratio, 1..99, or 0 of a ratio of 0; null
  /// where there is no ratio.
  public record Ranks(@Nullable Integer overall, @Nullable Integer guard, @Nullable Integer exit) {}
}
