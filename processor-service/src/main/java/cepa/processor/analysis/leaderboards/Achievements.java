package cepa.processor.analysis.leaderboards;

import cepa.model.leaderboard.GeographicAchievement;
import cepa.model.rarity.Rarity.Region;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// What an operator is called for the regions of its countries (analytics 7.2).
final class Achievements {

  private Achievements() {}

  /// @param regions one for each distinct country
  static GeographicAchievement of(Collection<Region> regions) {
    Map<Region, Integer> counts = new EnumMap<>(Region.class);
    regions.forEach(region -> counts.merge(region, 1, Integer::sum));
    if (counts.isEmpty()) {
      return GeographicAchievement.REGIONAL_SPECIALIST;
    } else if (counts.size() >= 3) {
      return regions.size() >= 8
          ? GeographicAchievement.GLOBAL_EMPEROR
          : GeographicAchievement.MULTI_CONTINENTAL_CHAMPION;
    }
    Region most = Region.OTHER;
    int best = 0;
    // In the order of the regions: of equals the first.
    for (Map.Entry<Region, Integer> count : counts.entrySet()) {
      if (count.getValue() > best) {
        most = count.getKey();
        best = count.getValue();
      }
    }
    return switch (most) {
      case NORTH_AMERICA ->
          best >= 3
              ? GeographicAchievement.NORTH_AMERICA_EMPEROR
              : GeographicAchievement.NORTH_AMERICA_CHAMPION;
      case EUROPE ->
          best >= 5 ? GeographicAchievement.EUROPE_EMPEROR : GeographicAchievement.EUROPE_CHAMPION;
      case ASIA_PACIFIC ->
          best >= 4
              ? GeographicAchievement.ASIA_PACIFIC_EMPEROR
              : GeographicAchievement.ASIA_PACIFIC_CHAMPION;
      case EASTERN_EUROPE ->
          best >= 3
              ? GeographicAchievement.EASTERN_EUROPE_EMPEROR
              : GeographicAchievement.EASTERN_EUROPE_CHAMPION;
      case OTHER ->
          best >= 3
              ? GeographicAchievement.FRONTIER_EMPEROR
              : GeographicAchievement.FRONTIER_PIONEER;
    };
  }
}
