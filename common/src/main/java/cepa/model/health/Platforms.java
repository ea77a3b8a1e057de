package cepa.model.health;

import java.util.List;

/// What relays run on (analytics 11.9). Platforms are of a closed list; what is not in it is
/// `Other`.
///
/// @param distinct known platforms: `unique_platforms_count`
/// @param top at most three, most relays first: `platform_top3`
/// @param others relays on other known platforms: `platform_others`
/// @param unknown relays whose platform is missing
public record Platforms(int distinct, List<Top> top, int others, int unknown) {
  public Platforms {
    top = List.copyOf(top);
  }
}
