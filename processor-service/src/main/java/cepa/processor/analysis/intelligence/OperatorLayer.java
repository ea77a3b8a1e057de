package cepa.processor.analysis.intelligence;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.intelligence.OperatorIntelligence.Diversity;
import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.model.rarity.Rarity.Tier;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The layer of one operator (analytics 9.7, A-19).
///
/// @param relays in base order
/// @param ratios of the network
/// @param tiers of networks, by number
/// @param minorityPlatforms platforms with less than half of the consensus weight
record OperatorLayer(
    List<Relay> relays,
    WeightRatios ratios,
    Map<String, Tier> tiers,
    Set<String> minorityPlatforms) {

  OperatorIntelligence of(RelayGroup group) {
    List<Relay> members = group.members().stream().map(relays::get).toList();
    Map<String, Tier> networks = new TreeMap<>();
    Map<String, Integer> platforms = new HashMap<>();
    for (Relay member : members) {
      if (member.network() != null) {
        String number = member.network().number();
        networks.put(number, tiers.getOrDefault(number, Tier.COMMON));
      }
      String platform = member.software().platform();
      if (platform != null) {
        platforms.merge(platform, 1, Integer::sum);
      }
    }
    int rare = (int) networks.values().stream().filter(t -> t.compareTo(Tier.RARE) >= 0).count();
    Ratios own = WeightRatios.ofFlags(members);
    List<Instant> seen =
        members.stream().map(m -> m.times().firstSeen()).filter(Objects::nonNull).toList();
    return new OperatorIntelligence(
        new Diversity(networkRating(networks.size(), rare), networks.size()),
        rare,
        networks.size() == 1 ? networks.values().iterator().next() : null,
        new Diversity(countryRating(group.totals().countries()), group.totals().countries()),
        new Diversity(platformRating(platforms), platforms.size()),
        group.members().stream().filter(i -> WeightRatios.isUnderutilized(relays.get(i))).toList(),
        own,
        ratios.ranks(own),
        seen.isEmpty() ? null : Collections.min(seen),
        seen.isEmpty() ? null : Collections.max(seen));
  }

  static Rating networkRating(int networks, int rare) {
    if (networks == 0) {
      return Rating.UNKNOWN;
    } else if (rare > 0) {
      return Rating.GREAT;
    }
    return networks >= 2 ? Rating.OKAY : Rating.POOR;
  }

  static Rating countryRating(int countries) {
    return switch (countries) {
      case 0 -> Rating.UNKNOWN;
      case 1 -> Rating.POOR;
      case 2, 3 -> Rating.OKAY;
      default -> Rating.GREAT;
    };
  }

  /// Great: at least a tenth of the relays is not on the platform most are on.
  private Rating platformRating(Map<String, Integer> platforms) {
    if (platforms.isEmpty()) {
      return Rating.UNKNOWN;
    } else if (platforms.size() == 1) {
      return minorityPlatforms.containsAll(platforms.keySet()) ? Rating.OKAY : Rating.POOR;
    }
    Collection<Integer> counts = platforms.values();
    int all = counts.stream().mapToInt(count -> count).sum();
    return 10 * (all - Collections.max(counts)) >= all ? Rating.GREAT : Rating.OKAY;
  }
}
