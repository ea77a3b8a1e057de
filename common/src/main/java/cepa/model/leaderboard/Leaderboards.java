package cepa.model.leaderboard;

import cepa.model.ModelPart;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Operators in order of what they give (analytics 5, 6). Operators are contact groups, by their
/// key, whose first relay's contact has at least three characters.
///
/// @param operators metrics of every operator that has a place somewhere, in order of key
/// @param boards places by category; a category whose source is missing has no board, one that
///   nobody qualifies for an empty one
/// @param rankings of each operator, by key: its places up to rank 25, best first, then in order of
///   category (analytics 4.6); operators without one are left out
/// @param summary figures over all operators
public record Leaderboards(
    List<OperatorMetrics> operators,
    Map<Category, List<Place>> boards,
    Map<String, List<Ranking>> rankings,
    Summary summary)
    implements ModelPart {

  /// Places a board has at most.
  public static final int PLACES = 50;

  /// The last rank told on an operator's own page.
  public static final int LAST_RANKING = 25;

  public Leaderboards {
    operators = List.copyOf(operators);
    Map<Category, List<Place>> byCategory = new EnumMap<>(Category.class);
    boards.forEach((category, places) -> byCategory.put(category, List.copyOf(places)));
    boards = Collections.unmodifiableMap(byCategory);
    Map<String, List<Ranking>> byOperator = new TreeMap<>();
    rankings.forEach((operator, all) -> byOperator.put(operator, List.copyOf(all)));
    rankings = Collections.unmodifiableMap(byOperator);
  }

  /// The places of a category; empty if there are none.
  public List<Place> board(Category category) {
    return boards.getOrDefault(category, List.of());
  }

  /// @param rank from 1, not shared: of equals the operator of the strongest relay is first
  /// @param operator index into [Leaderboards#operators]
  /// @param value in the unit of the category, above 0
  public record Place(int rank, int operator, double value) {}

  /// @param rank 1..25
  public record Ranking(Category category, int rank) {}

  /// @param operators all that were ranked
  /// @param bandwidth theirs together, bytes per second
  /// @param weightFraction their share of the consensus weight, 0..1
  public record Summary(int operators, long bandwidth, double weightFraction) {}
}
