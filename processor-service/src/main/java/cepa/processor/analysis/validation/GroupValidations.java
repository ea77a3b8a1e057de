package cepa.processor.analysis.validation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.validation.ContactFields;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.ValidationStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Adds up the relays of a group (relay-model 12.3).
///
/// @param validations one for each relay
record GroupValidations(List<Relay> relays, List<RelayValidation> validations) {

  GroupValidation of(RelayGroup group) {
    Map<ValidationStatus, Integer> statuses = new EnumMap<>(ValidationStatus.class);
    Map<ContactFields, Integer> fields = new EnumMap<>(ContactFields.class);
    boolean any = false;
    for (int member : group.members()) {
      RelayValidation validation = validations.get(member);
      statuses.merge(validation.status(), 1, Integer::sum);
      fields.merge(validation.fields(), 1, Integer::sum);
      any |= !relays.get(member).contact().fields().isEmpty();
    }
    // The map is in the order of the statuses: the first is the best that a relay has.
    ValidationStatus first =
        statuses.isEmpty() ? ValidationStatus.NOT_CONFIGURED : statuses.keySet().iterator().next();
    return new GroupValidation(first, any, statuses, fields);
  }
}
