package cepa.model.consensus;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the consensus is made, and how it could be (consensus 3.3).
///
/// @param perVoter methods each authority knows, by its name, ascending; only votes that count
/// @param support votes by method
/// @param current of the consensus document; without one, the highest that enough votes list; null
///   if that cannot be told
/// @param inferred whether `current` is from votes
/// @param needed votes a method needs: more than two thirds of all configured authorities
public record ConsensusMethods(
    Map<String, List<Integer>> perVoter,
    Map<Integer, Integer> support,
    @Nullable Integer current,
    boolean inferred,
    int needed) {

  public ConsensusMethods {
    perVoter = Collections.unmodifiableSortedMap(new TreeMap<>(perVoter));
    support = Collections.unmodifiableSortedMap(new TreeMap<>(support));
  }

  /// The highest method any vote lists; null without votes.
  public @Nullable Integer highest() {
    return support.isEmpty() ? null : Collections.max(support.keySet());
  }

  /// Votes that list the highest method.
  public int highestSupport() {
    Integer highest = highest();
    return highest == null ? 0 : support.getOrDefault(highest, 0);
  }
}
