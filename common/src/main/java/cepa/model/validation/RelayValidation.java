package cepa.model.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proof of a relay (relay-model 12.2).
///
/// @param status how far it has come
/// @param fields which fields its contact has
/// @param proof how it is proved; null unless validated, or if the validator does not say
/// @param failures why a complete contact is not validated, in the validator's order, equal kinds
///   once; empty otherwise
public record RelayValidation(
    ValidationStatus status,
    ContactFields fields,
    @Nullable ProofType proof,
    List<Failure> failures) {
  public RelayValidation {
    failures = List.copyOf(failures);
  }

  /// Something that went wrong.
  ///
  /// @param kind what
  /// @param places URLs or names it went wrong with, as the validator writes them (hostile); empty
  ///   if it names none
  /// @param detail what else the validator says (hostile); null if nothing
  public record Failure(FailureKind kind, List<String> places, @Nullable String detail) {
    public Failure {
      places = List.copyOf(places);
    }
  }
}
