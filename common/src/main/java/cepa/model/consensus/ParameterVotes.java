package cepa.model.consensus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One network parameter: who votes what, and what comes of it.
///
/// @param name e.g. `use-family-ids`
/// @param votes values by name of the authority
/// @param decided low median of the votes, null below the quorum (D-C9, A-24)
/// @param consensus value in the consensus; null if it has none
public record ParameterVotes(
    String name,
    Map<String, Integer> votes,
    @Nullable Integer decided,
    @Nullable Integer consensus) {

  /// Fewer votes decide nothing, unless they are of more than half of all authorities.
  public static final int QUORUM = 3;

  public ParameterVotes {
    votes = Collections.unmodifiableSortedMap(new TreeMap<>(votes));
  }

  /// @param authorities all configured voters
  public static ParameterVotes of(
      String name, Map<String, Integer> votes, int authorities, @Nullable Integer consensus) {
    List<Integer> sorted = new ArrayList<>(votes.values());
    sorted.sort(null);
    boolean enough = votes.size() >= QUORUM || 2 * votes.size() > authorities;
    return new ParameterVotes(
        name,
        votes,
        enough && !sorted.isEmpty() ? sorted.get((sorted.size() - 1) / 2) : null,
        consensus);
  }
}
