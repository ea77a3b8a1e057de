package cepa.processor.analysis.rarity;

import cepa.model.RelayGroup;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity.Tier;
import cepa.processor.analysis.rarity.RarityTables.CountryClass;
import java.util.List;

/// Scores of countries (analytics 7.3).
record CountryScores(RarityTables tables, int networkRelays) {

  CountryRarity of(RelayGroup country) {
    return of(country.key(), country.totals().relays());
  }

  CountryRarity of(String country, int relays) {
    CountryClass geopolitical = RarityTables.first(tables.geopolitical(), country);
    CountryClass regional = RarityTables.first(tables.regional(), country);
    int count = relays == 0 ? 0 : Math.max(7 - relays, 0);
    int share = sharePoints(relays);
    int geopoliticalPoints = geopolitical == null ? 0 : geopolitical.points();
    int regionalPoints = regional == null ? 0 : regional.points();
    RarityTables.Weights weights = tables.weights();
    int score =
        weights.count() * count
            + weights.share() * share
            + weights.geopolitical() * geopoliticalPoints
            + weights.regional() * regionalPoints;
    return new CountryRarity(
        score,
        tier(score),
        score >= tables.rareScore()
            && count + share >= tables.leastScarcity()
            && networkRelays >= tables.leastRelays(),
        count,
        share,
        geopoliticalPoints,
        regionalPoints,
        geopolitical == null ? null : geopolitical.name(),
        regional == null ? null : regional.name(),
        tables.region(country),
        tables.europeanUnion().contains(country),
        tables.fiveEyes().contains(country),
        tables.fourteenEyes().contains(country));
  }

  /// Points for less than 0.05 %, 0.1 % and 0.2 % of the relays.
  private int sharePoints(int relays) {
    List<Integer> parts = List.of(2000, 1000, 500);
    for (int i = 0; i < parts.size(); i++) {
      if ((long) relays * parts.get(i) < networkRelays) {
        return 6 - 2 * i;
      }
    }
    return 0;
  }

  private static Tier tier(int score) {
    if (score >= 15) {
      return Tier.LEGENDARY;
    } else if (score >= 10) {
      return Tier.EPIC;
    } else if (score >= 6) {
      return Tier.RARE;
    }
    return score >= 3 ? Tier.EMERGING : Tier.COMMON;
  }
}
