package cepa.processor.analysis.validation;

import cepa.model.Relay;
import cepa.model.validation.ContactFields;
import cepa.model.validation.FailureKind;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.RelayValidation.Failure;
import cepa.model.validation.ValidationStatus;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.aroivalidation.AroiData.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of each relay how far its proof has come (relay-model 12.2).
final class RelayValidations {

  private static final List<Failure> NOT_PROCESSED =
      List.of(new Failure(FailureKind.NOT_PROCESSED, List.of(), null));
  private static final List<Failure> SILENT =
      List.of(new Failure(FailureKind.OTHER, List.of(), null));

  private final @Nullable AroiData data;

  /// Relays of one operator fail alike.
  private final Map<String, List<Failure>> failures = new HashMap<>();

  RelayValidations(@Nullable AroiData data) {
    this.data = data;
  }

  RelayValidation of(Relay relay) {
    ContactFields fields = ContactFields.of(relay.contact());
    if (fields != ContactFields.COMPLETE) {
      return new RelayValidation(incomplete(fields), fields, null, List.of());
    }
    if (data == null) {
      return new RelayValidation(ValidationStatus.UNCHECKED, fields, null, List.of());
    }
    Result result = data.results().get(relay.fingerprint());
    if (result != null && result.valid()) {
      return new RelayValidation(ValidationStatus.VALIDATED, fields, result.proof(), List.of());
    }
    List<Failure> why = result == null ? NOT_PROCESSED : failures(result.error());
    return new RelayValidation(
        Failures.isUnauthorized(why)
            ? ValidationStatus.UNAUTHORIZED
            : ValidationStatus.MISCONFIGURED,
        fields,
        null,
        why);
  }

  private List<Failure> failures(@Nullable String error) {
    return error == null ? SILENT : failures.computeIfAbsent(error, Failures::parse);
  }

  private static ValidationStatus incomplete(ContactFields fields) {
    return switch (fields) {
      case NO_CONTACT, NO_FIELDS -> ValidationStatus.NOT_CONFIGURED;
      case NO_PROOF, NO_DOMAIN, NO_VERSION, MISSING_TWO -> ValidationStatus.INCOMPLETE;
      case COMPLETE -> throw new IllegalArgumentException("A complete contact lacks nothing");
    };
  }
}
