package cepa.model.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The proofs of a group's relays (relay-model 12.3). One valid relay makes a group validated, so
/// whoever shows the status shows the counts beside it (D-15).
///
/// @param status the first status that one of its relays has
/// @param anyFields whether a relay has at least one field of a provable identity
/// @param relays relays by status; statuses that none has are left out
/// @param fields relays by the fields of their contact, likewise
public record GroupValidation(
    ValidationStatus status,
    boolean anyFields,
    Map<ValidationStatus, Integer> relays,
    Map<ContactFields, Integer> fields) {
  public GroupValidation {
    relays = copy(ValidationStatus.class, relays);
    fields = copy(ContactFields.class, fields);
  }

  static <E extends Enum<E>> Map<E, Integer> copy(Class<E> keys, Map<E, Integer> counts) {
    Map<E, Integer> copy = new EnumMap<>(keys);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }

  public int count(ValidationStatus of) {
    return relays.getOrDefault(of, 0);
  }
}
