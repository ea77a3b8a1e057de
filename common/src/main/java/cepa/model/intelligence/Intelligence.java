package cepa.model.intelligence;

import cepa.model.ModelPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the figures say about risks and diversity (analytics 9).
///
/// @param network of the whole network
/// @param operators of each operator: one for each group of kind `operator`, in the same order
public record Intelligence(NetworkIntelligence network, List<OperatorIntelligence> operators)
    implements ModelPart {
  public Intelligence {
    operators = List.copyOf(operators);
  }

  /// Consensus weight per bandwidth, in weight per 1,000,000 bytes per second, of relays by what
  /// they are. What is null is unknown: nothing to divide by.
  public record Ratios(@Nullable Double overall, @Nullable Double guard, @Nullable Double exit) {}
}
