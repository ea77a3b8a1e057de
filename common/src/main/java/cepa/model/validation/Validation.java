package cepa.model.validation;

import cepa.model.ModelPart;
import java.util.List;

/// Operators' proofs of who they are (relay-model 12, analytics 10).
///
/// @param relays one for each relay, in base order
/// @param operators one for each group of kind `operator`, in the same order
/// @param families one for each group of kind `family`, in the same order
/// @param network figures of the whole network
public record Validation(
    List<RelayValidation> relays,
    List<GroupValidation> operators,
    List<GroupValidation> families,
    NetworkValidation network)
    implements ModelPart {
  public Validation {
    relays = List.copyOf(relays);
    operators = List.copyOf(operators);
    families = List.copyOf(families);
  }
}
