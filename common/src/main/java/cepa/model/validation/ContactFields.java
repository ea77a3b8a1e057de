package cepa.model.validation;

import cepa.model.Contact;
import cepa.model.Contact.Field;
import java.util.Set;

/// Which fields of a provable identity a contact has (relay-model 12.1).
public enum ContactFields {
  COMPLETE,
  /// Domain and version only.
  NO_PROOF,
  /// Proof and version only, or the URL names no host (D-1).
  NO_DOMAIN,
  /// Proof and domain only.
  NO_VERSION,
  /// One field only.
  MISSING_TWO,
  /// A contact without any of them.
  NO_FIELDS,
  /// No contact, or blanks.
  NO_CONTACT;

  public static ContactFields of(Contact contact) {
    if (!contact.isNamed()) {
      return NO_CONTACT;
    }
    Set<Field> fields = contact.fields();
    return switch (fields.size()) {
      case 0 -> NO_FIELDS;
      case 1 -> MISSING_TWO;
      case 2 ->
          !fields.contains(Field.PROOF)
              ? NO_PROOF
              : fields.contains(Field.URL) ? NO_VERSION : NO_DOMAIN;
      default -> contact.domain() == null ? NO_DOMAIN : COMPLETE;
    };
  }
}
