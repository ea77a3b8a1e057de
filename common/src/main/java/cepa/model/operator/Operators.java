package cepa.model.operator;

import cepa.model.ModelPart;
import java.util.List;

/// Operators beside their groups.
///
/// @param operators one for each group of kind `operator`, in the same order; the group of the
///   relays without a contact has an entry too, though it is nobody
public record Operators(List<Operator> operators) implements ModelPart {
  public Operators {
    operators = List.copyOf(operators);
  }
}
