package cepa.processor.analysis.leaderboards;

import cepa.model.GroupTotals;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.Leaderboards.Place;
import cepa.model.leaderboard.Leaderboards.Ranking;
import cepa.model.leaderboard.OperatorMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Ranks measured operators (analytics 6.1, 6.3).
final class Boards {

  /// Operators with no more relays have no part in categories of reliability and of history.
  private static final int FEW_RELAYS = 25;

  private final List<Candidate> candidates;

  Boards(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  /// @param first index of its strongest relay, which breaks ties
  record Candidate(OperatorMetrics metrics, GroupTotals totals, int first) {}

  /// @param unknown categories whose source is missing
  Leaderboards rank(Set<Category> unknown) {
    Map<Category, List<Scored>> ranked = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      if (!unknown.contains(category)) {
        ranked.put(category, best(category));
      }
    }
    Map<String, OperatorMetrics> placed = new TreeMap<>();
    ranked
        .values()
        .forEach(board -> board.forEach(s -> placed.put(s.who.metrics.key(), s.who.metrics)));
    List<String> keys = List.copyOf(new TreeSet<>(placed.keySet()));
    Map<String, Integer> indexes = new TreeMap<>();
    keys.forEach(key -> indexes.put(key, indexes.size()));
    Map<Category, List<Place>> boards = new EnumMap<>(Category.class);
    ranked.forEach((category, board) -> boards.put(category, places(board, indexes)));
    return new Leaderboards(
        List.copyOf(placed.values()), boards, rankings(boards, keys), summary());
  }

  private List<Scored> best(Category category) {
    List<Scored> scored = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Double value = value(category, candidate);
      if (value != null && value > 0) {
        scored.add(new Scored(candidate, value));
      }
    }
    scored.sort(
        Comparator.comparingDouble(Scored::value).reversed().thenComparingInt(s -> s.who.first));
    return scored.subList(0, Math.min(scored.size(), Leaderboards.PLACES));
  }

  private static @Nullable Double value(Category category, Candidate candidate) {
    OperatorMetrics metrics = candidate.metrics;
    GroupTotals totals = candidate.totals;
    return switch (category) {
      case BANDWIDTH -> (double) totals.bandwidth();
      case CONSENSUS_WEIGHT -> totals.weightFraction();
      case EXIT_AUTHORITY -> totals.exitWeightFraction();
      case GUARD_AUTHORITY -> totals.guardWeightFraction();
      case EXIT_OPERATORS -> (double) totals.exits();
      case GUARD_OPERATORS -> (double) totals.guards();
      case RELIABILITY_MASTERS -> many(totals, share(metrics.uptimeSixMonths()));
      case LEGACY_TITANS -> many(totals, share(metrics.uptimeFiveYears()));
      case MOST_DIVERSE -> metrics.diversity().score();
      case PLATFORM_DIVERSITY -> (double) metrics.nonLinux().relays();
      case NON_EU_LEADERS -> (double) metrics.nonEu().relays();
      case FRONTIER_BUILDERS -> (double) metrics.rareCountries().size();
      case NETWORK_VETERANS -> metrics.veteran() == null ? null : metrics.veteran().score();
      case IPV4_LEADERS -> (double) metrics.ipv4().addresses();
      case IPV6_LEADERS -> (double) metrics.ipv6().addresses();
      case BANDWIDTH_MASTERS -> many(totals, metrics.bandwidthSixMonths());
      case BANDWIDTH_LEGENDS -> many(totals, metrics.bandwidthFiveYears());
      case VALIDATED_RELAYS ->
          metrics.validated() == null ? null : (double) metrics.validated().relays();
      case TOTAL_DATA_CHAMPIONS -> metrics.data() == null ? null : (double) metrics.data();
    };
  }

  private static @Nullable Double many(GroupTotals totals, @Nullable Double value) {
    return totals.relays() > FEW_RELAYS ? value : null;
  }

  private static @Nullable Double share(OperatorMetrics.@Nullable Reliability reliability) {
    return reliability == null ? null : Double.valueOf(reliability.share());
  }

  private static List<Place> places(List<Scored> board, Map<String, Integer> indexes) {
    List<Place> places = new ArrayList<>(board.size());
    for (Scored scored : board) {
      int operator = indexes.getOrDefault(scored.who.metrics.key(), -1);
      places.add(new Place(places.size() + 1, operator, scored.value));
    }
    return places;
  }

  private static Map<String, List<Ranking>> rankings(
      Map<Category, List<Place>> boards, List<String> keys) {
    Map<String, List<Ranking>> rankings = new TreeMap<>();
    boards.forEach((category, places) -> {
      for (Place place : places) {
        if (place.rank() <= Leaderboards.LAST_RANKING) {
          rankings
              .computeIfAbsent(keys.get(place.operator()), _ -> new ArrayList<>())
              .add(new Ranking(category, place.rank()));
        }
      }
    });
    rankings.values().forEach(all -> all.sort(Comparator.comparingInt(Ranking::rank)));
    return rankings;
  }

  private Leaderboards.Summary summary() {
    return new Leaderboards.Summary(
        candidates.size(),
        candidates.stream().mapToLong(c -> c.totals.bandwidth()).sum(),
        candidates.stream().mapToDouble(c -> c.totals.weightFraction()).sum());
  }

  private record Scored(Candidate who, double value) {}
}
